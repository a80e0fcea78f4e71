import type { Tranche } from '../../../domain/release'
import type { ReleaseSetting } from '../../../domain/setting'
import { settingProblems } from '../../../domain/setting-problems'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { draftAt, loadSettings, saveSetting, type Conflict } from '../../../services/settings'
import { textClass } from '../../../services/text-size'
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
import type { Act, Words } from '../../../view/words'

type Step = WechatMiniprogram.CustomEvent<{ by: number }>
type Tap = WechatMiniprogram.TouchEvent

/** Minutes: least, most, step. */
const WEEK = [60, 50 * 60, 60] as const
const LONGEST = [60, 12 * 60, 30] as const

/** In which tranches a day's places open, whether one is drawn, and how much of a week a family may book. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '300rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
    ],
    times: HALF_HOUR_WORDS,
    failed: null as Words | null,
    form: null as ReleaseForm | null,
    conflict: null as Conflict | null,
    dirty: false,
    saving: false,
    saved: false,
  },
  value: undefined as ReleaseSetting | undefined,
  draft: draftAt(),

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { settings, editions } = await loadSettings()
      this.draft = draftAt(editions.release)
      this.value = settings.release
      this.setData({ failed: null, conflict: null, dirty: false })
      this.show(NO_ERRORS)
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
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
  async onSave() {
    const { value } = this
    if (!value || this.data.saving) return
    const errors = settingErrorsOf(settingProblems({ what: 'release', value }))
    this.show(errors)
    if (hasErrors(errors)) {
      showFirstError()
      return
    }
    this.setData({ saving: true })
    try {
      const saved = await saveSetting(this.draft, { what: 'release', value })
      if (saved.ok) {
        await this.load()
        this.setData({ saved: true })
      } else if ('conflict' in saved) this.setData({ conflict: saved.conflict })
      else this.show(saved.errors)
      void wx.pageScrollTo({ scrollTop: 0 })
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
