import type { HealthRules } from '../../../domain/illness'
import { newAttempt } from '../../../services/attempt'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { draftAt, loadSettings, saveSetting, type Conflict } from '../../../services/settings'
import { textClass } from '../../../services/text-size'
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
import type { Act, Words } from '../../../view/words'

type Tap = WechatMiniprogram.TouchEvent
type Step = WechatMiniprogram.CustomEvent<{ by: number }>

/** The site's illness table and health dates. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '260rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '720rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    view: null as HealthRulesView | null,
    saving: false,
    saved: false,
    conflict: null as Conflict | null,
  },
  rules: undefined as HealthRules | undefined,
  errors: NO_ERRORS,
  draft: draftAt(),

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      const { settings, editions } = await loadSettings()
      this.draft = draftAt(editions.health)
      this.setData({ failed: null, conflict: null })
      this.become(settings.health)
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
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
  async onSave() {
    const { rules } = this
    if (!rules || this.data.saving) return
    this.errors = rulesErrorsOf(rules)
    this.become(rules)
    if (hasErrors(this.errors)) {
      showFirstError()
      return
    }
    this.setData({ saving: true })
    try {
      const saved = await saveSetting(this.draft, { what: 'health', value: rules })
      if (saved.ok) {
        await this.open()
        this.setData({ saved: true })
      } else if ('conflict' in saved) this.setData({ conflict: saved.conflict })
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
    void this.open()
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
