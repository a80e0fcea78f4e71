import type { Tranche } from '../../../domain/release'
import type { ReleaseSetting } from '../../../domain/setting'
import { settingProblems } from '../../../domain/setting-problems'
import { showFirstError } from '../../../services/first-error'
import { SETTING_DATA, settingPage } from '../../../services/setting-page'
import type { SettingsView } from '../../../services/settings'
import { NO_ERRORS, hasErrors, type FormErrors } from '../../../view/form-errors'
import { HALF_HOURS, HALF_HOUR_WORDS } from '../../../view/half-hours'
import {
  counted,
  releaseFormOf,
  steppedDraw,
  steppedLimit,
  steppedPercent,
  steppedWhen,
  toggledDraw,
  withNewTranche,
  withTime,
  type ReleaseForm,
} from '../../../view/release-form'
import { settingErrorsOf } from '../../../view/setting-errors'

type Step = WechatMiniprogram.CustomEvent<{ by: number }>
type Tap = WechatMiniprogram.TouchEvent

/** Minutes: least, most, step. */
const WEEK = [60, 50 * 60, 60] as const
const LONGEST = [60, 12 * 60, 30] as const

/** In which tranches a day's places open, whether one is drawn, and how much of a week a family may book. */
Page({
  ...settingPage,
  data: {
    ...SETTING_DATA,
    skeleton: [
      [{ width: '100%', height: '300rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
    ],
    times: HALF_HOUR_WORDS,
    form: null as ReleaseForm | null,
    dirty: false,
    saved: false,
  },
  what: 'release' as const,
  value: undefined as ReleaseSetting | undefined,

  fill({ settings }: SettingsView) {
    this.value = settings.release
    this.setData({ dirty: false })
    this.show(NO_ERRORS)
  },
  show(errors: FormErrors) {
    if (this.value) this.setData({ form: releaseFormOf(this.value, errors) })
  },
  become(value: ReleaseSetting) {
    this.value = value
    this.setData({ dirty: true, saved: false })
    this.show(NO_ERRORS)
  },
  change(index: number, to: (tranche: Tranche) => Tranche) {
    if (!this.value) return
    const tranches = this.value.tranches.map((each, n) => (n === index ? to(each) : each))
    this.become({ ...this.value, tranches })
  },
  limit(field: 'weekMinutes' | 'longestMinutes', minutes: number | undefined) {
    if (!this.value) return
    const { [field]: _old, ...others } = this.value
    this.become(minutes === undefined ? others : { ...others, [field]: minutes })
  },
  onWeek({ detail }: Step) {
    this.limit('weekMinutes', steppedLimit(this.value?.weekMinutes, detail.by, WEEK))
  },
  onLongest({ detail }: Step) {
    this.limit('longestMinutes', steppedLimit(this.value?.longestMinutes, detail.by, LONGEST))
  },
  onWhen({ currentTarget, detail }: Step) {
    this.change(Number(currentTarget.dataset['index']), (each) => steppedWhen(each, detail.by))
  },
  onPercent({ currentTarget, detail }: Step) {
    this.change(Number(currentTarget.dataset['index']), (each) => steppedPercent(each, detail.by))
  },
  onDrawTime({ currentTarget, detail }: Step) {
    this.change(Number(currentTarget.dataset['index']), (each) => steppedDraw(each, detail.by))
  },
  onTime({ currentTarget, detail }: WechatMiniprogram.PickerChange) {
    const at = HALF_HOURS[Number(detail.value)]
    if (at) this.change(Number(currentTarget.dataset['index']), (each) => withTime(each, at))
  },
  onBy({ currentTarget }: Tap) {
    const { index, by } = currentTarget.dataset as { index: number; by: 'days' | 'doors' }
    this.change(index, (each) => counted(each, by === 'days' ? 'doors' : 'days'))
  },
  onDraw({ currentTarget }: Tap) {
    this.change(Number(currentTarget.dataset['index']), toggledDraw)
  },
  onAdd() {
    if (this.value) this.become({ ...this.value, tranches: withNewTranche(this.value.tranches) })
  },
  onRemove({ currentTarget }: Tap) {
    const index = Number(currentTarget.dataset['index'])
    if (!this.value) return
    const tranches = this.value.tranches.filter((_, n) => n !== index)
    this.become({ ...this.value, tranches })
  },
  async save() {
    const { value } = this
    if (!value) return
    const errors = settingErrorsOf(settingProblems({ what: 'release', value }))
    this.show(errors)
    if (hasErrors(errors)) {
      showFirstError()
      return
    }
    const saved = await this.store({ what: 'release', value })
    if (!saved) return
    if (saved.ok) this.setData({ saved: true })
    if ('errors' in saved) this.show(saved.errors)
    void wx.pageScrollTo({ scrollTop: 0 })
  },
})
