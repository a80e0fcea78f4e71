import type { HealthRules } from '../../../domain/illness'
import { newAttempt } from '../../../services/attempt'
import { showFirstError } from '../../../services/first-error'
import { SETTING_DATA, settingPage } from '../../../services/setting-page'
import type { SettingsView } from '../../../services/settings'
import { NO_ERRORS, hasErrors, withoutError } from '../../../view/form-errors'
import {
  healthRulesViewOf,
  rulesErrorsOf,
  stepped,
  withIllness,
  withNewIllness,
  withoutIllness,
  type HealthRulesView,
} from '../../../view/health-rules'

type Tap = WechatMiniprogram.TouchEvent
type Step = WechatMiniprogram.CustomEvent<{ by: number }>

/** The site's illness table and health dates. */
Page({
  ...settingPage,
  data: {
    ...SETTING_DATA,
    skeleton: [
      [{ width: '100%', height: '260rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '720rpx', borderRadius: '24rpx' }],
    ],
    view: null as HealthRulesView | null,
    saved: false,
  },
  what: 'health' as const,
  rules: undefined as HealthRules | undefined,
  errors: NO_ERRORS,

  fill({ settings }: SettingsView) {
    this.become(settings.health)
  },
  become(rules: HealthRules) {
    this.rules = rules
    this.setData({ view: healthRulesViewOf(rules, this.errors), saved: false })
  },
  onStep({ currentTarget, detail }: Step) {
    const { rules } = this
    if (!rules) return
    const { field } = currentTarget.dataset as { field: 'feverTenths' | 'checkUpMonths' }
    this.become({ ...rules, [field]: stepped(field, rules[field], detail.by) })
  },
  onDays({ currentTarget, detail }: Step) {
    const { rules } = this
    const { id, field } = currentTarget.dataset as { id: string; field: 'days' | 'lookBackDays' }
    const illness = rules?.illnesses.find((each) => each.id === id)
    if (rules && illness)
      this.become(withIllness(rules, id, { [field]: stepped(field, illness[field], detail.by) }))
  },
  onName({ currentTarget, detail }: WechatMiniprogram.Input) {
    const id = String(currentTarget.dataset['id'])
    this.errors = withoutError(this.errors, id)
    if (this.rules) this.become(withIllness(this.rules, id, { name: detail.value }))
  },
  onAdd() {
    if (this.rules) this.become(withNewIllness(this.rules, newAttempt()))
  },
  onRemove({ currentTarget }: Tap) {
    if (this.rules) this.become(withoutIllness(this.rules, String(currentTarget.dataset['id'])))
  },
  async save() {
    const { rules } = this
    if (!rules) return
    this.errors = rulesErrorsOf(rules)
    this.become(rules)
    if (hasErrors(this.errors)) {
      showFirstError()
      return
    }
    const saved = await this.store({ what: 'health', value: rules })
    if (saved?.ok) this.setData({ saved: true })
  },
})
