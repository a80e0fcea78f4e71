import { settingProblems } from '../../../domain/setting-problems'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { draftAt, loadSettings, saveSetting, type Conflict } from '../../../services/settings'
import { textClass } from '../../../services/text-size'
import { NO_ERRORS, hasErrors, withoutError } from '../../../view/form-errors'
import { loanFormOf, loanRulesOf, type LoanForm } from '../../../view/loan-form'
import { settingErrorsOf } from '../../../view/setting-errors'
import type { Act, Words } from '../../../view/words'

/** For how long a picture book goes home, and how many a family has at once. */
Page({
  data: {
    textClass: '',
    skeleton: [[{ width: '100%', height: '360rpx', borderRadius: '24rpx' }]],
    failed: null as Words | null,
    form: null as LoanForm | null,
    errors: NO_ERRORS,
    conflict: null as Conflict | null,
    dirty: false,
    saving: false,
    saved: false,
  },
  draft: draftAt(),

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { settings, editions } = await loadSettings()
      this.draft = draftAt(editions.loans)
      const form = loanFormOf(settings.loans)
      this.setData({ failed: null, conflict: null, dirty: false, errors: NO_ERRORS, form })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onField({ currentTarget, detail }: WechatMiniprogram.Input) {
    const { form, errors } = this.data
    const field = currentTarget.id as keyof LoanForm
    if (!form) return
    this.setData({
      form: { ...form, [field]: detail.value },
      errors: withoutError(errors, field),
      dirty: true,
      saved: false,
    })
  },
  async onSave() {
    const { form, saving } = this.data
    if (!form || saving) return
    const value = loanRulesOf(form)
    const errors = settingErrorsOf(settingProblems({ what: 'loans', value }))
    this.setData({ errors })
    if (hasErrors(errors)) {
      showFirstError()
      return
    }
    this.setData({ saving: true })
    try {
      const saved = await saveSetting(this.draft, { what: 'loans', value })
      if (saved.ok) {
        await this.load()
        this.setData({ saved: true })
      } else if ('conflict' in saved) this.setData({ conflict: saved.conflict })
      else this.setData({ errors: saved.errors })
    } catch (error) {
      await say(error, { retry: () => this.onSave() })
    } finally {
      this.setData({ saving: false })
    }
  },
  /** One's own, over what somebody else has just saved. */
  async onMine() {
    const { conflict } = this.data
    if (!conflict) return
    this.draft = draftAt(conflict.edition)
    this.setData({ conflict: null })
    await this.onSave()
  },
  onFresh() {
    void this.load()
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
