import { tariffOn } from '../../../domain/tariff'
import { addDays, dateOf } from '../../../domain/time'
import { newAttempt } from '../../../services/attempt'
import { CallError, call } from '../../../services/call'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { enter, entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { NO_ERRORS, hasErrors, withoutError } from '../../../view/form-errors'
import { draftOf, tariffFormOf, type TariffField, type TariffForm } from '../../../view/tariff-form'
import {
  nextVersionOf,
  problemWordsOf,
  tariffErrorsOf,
  tariffPageOf,
  type TariffList,
  type TariffPage,
} from '../../../view/tariff-page'
import type { Act, Words } from '../../../view/words'

/** The operator writes the next version of the price list; what is wrong is said beside its field. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    page: null as TariffPage | null,
    earliest: '',
    saving: false,
    /** The name of the version just saved. */
    saved: '',
  },
  attempt: '',
  list: undefined as TariffList | undefined,
  form: undefined as TariffForm | undefined,
  errors: NO_ERRORS,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site, tariff } = await entered()
      const list = await call('listTariffs', { siteId: site.id })
      const today = dateOf(list.now)
      this.attempt = newAttempt()
      this.list = list
      this.form = tariffFormOf(tariffOn(list.tariffs, today) ?? tariff, nextVersionOf(list))
      this.errors = NO_ERRORS
      this.setData({ failed: null, saved: '', earliest: addDays(today, 1) })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  show() {
    if (this.form && this.list)
      this.setData({ page: tariffPageOf(this.form, this.list, this.errors) })
  },
  /** Typing, or a turn of a wheel. */
  onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const key = currentTarget.dataset['key'] as TariffField
    if (!this.form) return
    this.form = { ...this.form, [key]: detail.value }
    this.errors = withoutError(this.errors, key)
    this.show()
  },
  async onSave() {
    const { form, list } = this
    if (!form || !list || this.data.saving) return
    this.errors = tariffErrorsOf(form, list)
    this.show()
    if (hasErrors(this.errors)) {
      showFirstError()
      return
    }
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      const draft = draftOf(form)
      const { tariff } = await call('saveTariff', {
        siteId: site.id,
        attempt: this.attempt,
        tariff: { ...draft, cancelSteps: [...draft.cancelSteps] },
      })
      void enter().catch(() => undefined)
      this.setData({ saved: tariff.version })
      void wx.pageScrollTo({ scrollTop: 0 })
    } catch (error) {
      const detail = error instanceof CallError ? error.detail : undefined
      if (detail?.code === 'tariff_wrong') this.errors = problemWordsOf(detail.problems)
      this.show()
      if (hasErrors(this.errors)) showFirstError()
      else await say(error, { retry: () => this.onSave() })
    } finally {
      this.setData({ saving: false })
    }
  },
  onAgain() {
    void this.load()
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
