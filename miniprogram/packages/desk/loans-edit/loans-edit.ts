import { settingProblems } from '../../../domain/setting-problems'
import { showFirstError } from '../../../services/first-error'
import { SETTING_DATA, settingPage } from '../../../services/setting-page'
import type { SettingsView } from '../../../services/settings'
import { NO_ERRORS, hasErrors, withoutError } from '../../../view/form-errors'
import { loanFormOf, loanRulesOf, type LoanForm } from '../../../view/loan-form'
import { settingErrorsOf } from '../../../view/setting-errors'

/** For how long a picture book goes home, and how many a family has at once. */
Page({
  ...settingPage,
  data: {
    ...SETTING_DATA,
    skeleton: [[{ width: '100%', height: '360rpx', borderRadius: '24rpx' }]],
    form: null as LoanForm | null,
    errors: NO_ERRORS,
    dirty: false,
    saved: false,
  },
  what: 'loans' as const,

  fill({ settings }: SettingsView) {
    this.setData({ dirty: false, errors: NO_ERRORS, form: loanFormOf(settings.loans) })
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
  async save() {
    const { form } = this.data
    if (!form) return
    const value = loanRulesOf(form)
    const errors = settingErrorsOf(settingProblems({ what: 'loans', value }))
    this.setData({ errors })
    if (hasErrors(errors)) {
      showFirstError()
      return
    }
    const saved = await this.store({ what: 'loans', value })
    if (saved?.ok) this.setData({ saved: true })
    else if (saved && 'errors' in saved) this.setData({ errors: saved.errors })
  },
})
