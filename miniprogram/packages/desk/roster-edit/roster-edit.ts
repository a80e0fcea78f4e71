import type { GroupId } from '../../../domain/ids'
import { decideShifts } from '../../../domain/roster'
import type { Shift } from '../../../domain/site'
import type { Span } from '../../../domain/span'
import type { LocalDate } from '../../../domain/time'
import { CallError, call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { loadPlan, type Plan } from '../../../services/plan'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { rosterViewOf, type RosterView } from '../../../view/roster-page'
import { shiftDraftOf, shiftErrorsOf, type ShiftDraft } from '../../../view/shift-draft'
import { NO_ERRORS, hasErrors } from '../../../view/form-errors'
import { wordsOf, type Act, type Words } from '../../../view/words'

interface Data {
  textClass: string
  skeleton: object[][]
  failed: Words | null
  view: RosterView | null
  every: boolean
  dirty: boolean
  saving: boolean
  /** What is wrong with the shifts as they stand. */
  problem: Words | null
  saved: boolean
  carers: readonly string[]
  draft: ShiftDraft | null
  errors: typeof NO_ERRORS
}
const FIRST: Data = {
  textClass: '',
  skeleton: [
    [{ width: '100%', height: '144rpx', borderRadius: '24rpx' }],
    [{ width: '100%', height: '400rpx', borderRadius: '24rpx' }],
    [{ width: '100%', height: '400rpx', borderRadius: '24rpx' }],
  ],
  failed: null,
  view: null,
  every: false,
  dirty: false,
  saving: false,
  problem: null,
  saved: false,
  carers: [],
  draft: null,
  errors: NO_ERRORS,
}

/** Who works when: a date alone, or its weekday in every week. Places follow at once. */
Page({
  data: FIRST,
  plan: undefined as Plan | undefined,
  date: '' as LocalDate,
  shifts: [] as readonly Shift[],

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    if (!this.data.dirty) void this.load()
  },
  async load() {
    try {
      this.plan = await loadPlan()
      const { days, carers } = this.plan
      const date = days.find((each) => each.date === this.date)?.date ?? days[0]?.date
      this.setData({ failed: null, carers })
      if (date) this.open(date)
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  open(date: LocalDate) {
    this.date = date
    this.shifts = this.plan?.days.find((each) => each.date === date)?.shifts ?? []
    this.setData({ dirty: false, every: false, problem: null })
    this.show()
  },
  show() {
    if (this.plan) this.setData({ view: rosterViewOf(this.plan, this.date, this.shifts) })
  },
  change(shifts: readonly Shift[]) {
    this.shifts = shifts
    const decided = decideShifts(shifts)
    const problem = decided.ok ? null : wordsOf(decided.refusal)
    this.setData({ dirty: true, saved: false, problem })
    this.show()
  },
  async onDay({ detail }: WechatMiniprogram.CustomEvent<{ date: LocalDate }>) {
    if (this.data.dirty && detail.date !== this.date) {
      const { confirm } = await wx.showModal({
        title: '还没有保存',
        content: '换一天看，这天的改动就没有了。',
        confirmText: '不保存',
        cancelText: '继续改',
        confirmColor: '#C93F22',
      })
      if (!confirm) return
    }
    this.setData({ saved: false })
    this.open(detail.date)
  },
  onAdd({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const groupId = currentTarget.dataset['group'] as GroupId
    const hours = this.plan?.days.find((each) => each.date === this.date)?.hours
    this.setData({ draft: shiftDraftOf(groupId, hours), errors: NO_ERRORS })
  },
  onRow({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const index = Number(currentTarget.dataset['index'])
    const shift = this.shifts[index]
    if (shift) this.setData({ draft: { ...shift, index }, errors: NO_ERRORS })
  },
  onSick({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { carer } = currentTarget.dataset as { carer: string }
    this.setData({ every: false })
    this.change(this.shifts.filter((shift) => shift.carer !== carer))
  },
  onCarer({ detail }: WechatMiniprogram.Input) {
    this.edit({ carer: detail.value })
  },
  onKnown({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.edit({ carer: currentTarget.dataset['carer'] as string })
  },
  onGroup({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.edit({ groupId: currentTarget.dataset['group'] as GroupId })
  },
  onSpan({ detail }: WechatMiniprogram.CustomEvent<{ span: Span }>) {
    this.edit({ span: detail.span })
  },
  edit(change: Partial<ShiftDraft>) {
    const { draft } = this.data
    if (draft) this.setData({ draft: { ...draft, ...change }, errors: NO_ERRORS })
  },
  onDraftDone() {
    const { draft } = this.data
    if (!draft) return
    const errors = shiftErrorsOf(draft, this.shifts)
    this.setData({ errors })
    if (hasErrors(errors)) return
    const { index, groupId, span } = draft
    const shift = { carer: draft.carer.trim(), groupId, span }
    this.setData({ draft: null })
    this.change(
      index < 0
        ? [...this.shifts, shift]
        : this.shifts.map((each, at) => (at === index ? shift : each)),
    )
  },
  onDraftRemove() {
    const { draft } = this.data
    this.setData({ draft: null })
    if (draft) this.change(this.shifts.filter((_, at) => at !== draft.index))
  },
  onDraftClose({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!detail.visible) this.setData({ draft: null })
  },
  onScope({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ every: currentTarget.dataset['every'] as boolean })
  },
  async onSave() {
    const { every, saving, problem } = this.data
    if (!this.plan || saving || problem) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      const shifts = this.shifts.map(({ carer, groupId, span }) => ({ carer, groupId, span }))
      await call('saveRoster', {
        siteId: site.id,
        rev: this.plan.rev,
        date: this.date,
        every,
        shifts,
      })
      this.setData({ saving: false, dirty: false, saved: true })
      await this.load()
    } catch (error) {
      this.setData({ saving: false })
      const isOld = error instanceof CallError && error.detail.code === 'plan_changed'
      await say(error, { retry: () => (isOld ? this.load() : this.onSave()) })
    }
  },
  onExcess() {
    void wx.navigateTo({ url: '/packages/desk/excess-list/excess-list' })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
