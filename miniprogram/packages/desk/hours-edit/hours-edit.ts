import type { Site } from '../../../domain/site'
import type { Span } from '../../../domain/span'
import type { Weekday } from '../../../domain/time'
import { CallError, call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { loadPlan } from '../../../services/plan'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { hoursRowsOf, withHours, type HoursRow } from '../../../view/hours-page'
import type { Act, Words } from '../../../view/words'
import { namedBooking } from '../../../view/words-plan'

/** What stands in the way of the new hours. */
interface Blocked {
  readonly title: string
  readonly names: readonly string[]
}

interface Data {
  textClass: string
  skeleton: object[][]
  failed: Words | null
  rows: HoursRow[] | null
  dirty: boolean
  saving: boolean
  saved: boolean
  blocked: Blocked | null
}
const FIRST: Data = {
  textClass: '',
  skeleton: [[{ width: '100%', height: '900rpx', borderRadius: '24rpx' }]],
  failed: null,
  rows: null,
  dirty: false,
  saving: false,
  saved: false,
  blocked: null,
}

const NONE: Site['hours'] = {}

/** Opening hours of the week. Hours that would exclude a booking are not saved, and the bookings named. */
Page({
  data: FIRST,
  hours: NONE,
  rev: 0,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { hours, rev } = await loadPlan()
      this.rev = rev
      this.hours = hours
      this.setData({ failed: null, dirty: false, blocked: null, rows: hoursRowsOf(hours) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  change(weekday: Weekday, span: Span | undefined) {
    this.hours = withHours(this.hours, weekday, span)
    this.setData({ dirty: true, saved: false, blocked: null, rows: hoursRowsOf(this.hours) })
  },
  onOpen({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const row = this.data.rows?.find(({ weekday }) => weekday === currentTarget.dataset['weekday'])
    if (row) this.change(row.weekday, row.open ? undefined : row.span)
  },
  onSpan({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ span: Span }>) {
    this.change(currentTarget.dataset['weekday'] as Weekday, detail.span)
  },
  async onSave() {
    if (this.data.saving) return
    this.setData({ saving: true, blocked: null })
    try {
      const { site } = await entered()
      await call('saveHours', { siteId: site.id, rev: this.rev, hours: { ...this.hours } })
      this.setData({ saving: false, saved: true })
      await this.load()
    } catch (error) {
      this.setData({ saving: false })
      const detail = error instanceof CallError ? error.detail : undefined
      if (detail?.code === 'hours_exclude_bookings')
        this.setData({
          blocked: { title: wordsFor(error).title, names: detail.bookings.map(namedBooking) },
        })
      else await say(error, { retry: () => this.retry(detail?.code === 'plan_changed') })
    }
  },
  retry(isOld: boolean) {
    return isOld ? this.load() : this.onSave()
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
