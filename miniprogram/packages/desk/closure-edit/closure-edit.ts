import type { Closure } from '../../../domain/site'
import type { Span } from '../../../domain/span'
import { addMonths, dateOf, localTime, type LocalDate } from '../../../domain/time'
import { ask } from '../../../services/ask'
import { CallError, call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { loadPlan } from '../../../services/plan'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import {
  CLOSURE_WHYS,
  closureRowsOf,
  reachedOf,
  type ClosureRow,
  type Reached,
} from '../../../view/closure-page'
import { dateWords } from '../../../view/when'
import type { Act, Words } from '../../../view/words'

/** Closing is planned so many months ahead at most. */
const MONTHS_AHEAD = 12
const NOON: Span = { from: localTime('12:00'), to: localTime('14:00') }

interface Data {
  textClass: string
  skeleton: object[][]
  failed: Words | null
  rows: ClosureRow[] | null
  date: string
  dateWords: string
  earliest: string
  latest: string
  whole: boolean
  span: Span
  whys: readonly string[]
  why: string
  whyWrong: string
  reached: Reached | null
  sending: boolean
  done: string
}
const FIRST: Data = {
  textClass: '',
  skeleton: [
    [{ width: '100%', height: '560rpx', borderRadius: '24rpx' }],
    [{ width: '100%', height: '200rpx', borderRadius: '24rpx' }],
  ],
  failed: null,
  rows: null,
  date: '',
  dateWords: '',
  earliest: '',
  latest: '',
  whole: true,
  span: NOON,
  whys: CLOSURE_WHYS,
  why: '',
  whyWrong: '',
  reached: null,
  sending: false,
  done: '',
}

/** Closes a day or part of it; whose bookings that cancels is seen before. */
Page({
  data: FIRST,
  asked: 0,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { now, closures, holidays } = await loadPlan()
      const earliest = dateOf(now)
      const rows = closureRowsOf(closures, holidays)
      this.setData({ failed: null, rows, earliest, latest: addMonths(earliest, MONTHS_AHEAD) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onDate({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const date = detail.value as LocalDate
    this.setData({ date, dateWords: dateWords(date) })
    void this.reach()
  },
  onWhole({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ whole: currentTarget.dataset['whole'] as boolean })
    void this.reach()
  },
  onSpan({ detail }: WechatMiniprogram.CustomEvent<{ span: Span }>) {
    this.setData({ span: detail.span })
    void this.reach()
  },
  onWhy({ detail }: WechatMiniprogram.Input) {
    this.setData({ why: detail.value, whyWrong: '' })
  },
  onKnownWhy({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ why: currentTarget.dataset['why'] as string, whyWrong: '' })
  },
  timeOf() {
    const { date, whole, span } = this.data
    return { date, ...(whole ? {} : { span: { from: span.from, to: span.to } }) }
  },
  /** Whom it reaches; an answer that comes after the next question is dropped. */
  async reach() {
    const asked = ++this.asked
    this.setData({ reached: null, done: '' })
    if (!this.data.date) return
    try {
      const { site } = await entered()
      const { bookings } = await call('planClosure', { siteId: site.id, ...this.timeOf() })
      if (asked === this.asked) this.setData({ reached: reachedOf(bookings) })
    } catch (error) {
      if (asked === this.asked) await say(error, { retry: () => this.reach() })
    }
  },
  async onClose() {
    const { reached, dateWords: day, sending } = this.data
    if (!reached || sending) return
    const why = this.data.why.trim()
    this.setData({ whyWrong: why ? '' : '请写上原因，家长会看到' })
    if (!why) return
    const sure =
      reached.count === 0 ||
      (await ask({
        title: `关闭 ${day}？`,
        text: `${reached.words}。取消后不能收回。`,
        yes: '关闭',
        no: '再想想',
      }))
    if (sure) await this.close(reached.count, why)
  },
  async close(seenBookings: number, why: string) {
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const input = { siteId: site.id, ...this.timeOf(), why, seenBookings }
      const { cancelled } = await call('addClosure', input)
      const told = cancelled > 0 ? `，取消了 ${cancelled} 个预约，已告诉家长` : ''
      const done = `${this.data.dateWords} 已关闭${told}。`
      this.setData({ sending: false, date: '', dateWords: '', why: '', reached: null, done })
      await this.load()
    } catch (error) {
      this.setData({ sending: false })
      const isOther = error instanceof CallError && error.detail.code === 'bookings_changed'
      await say(error, { retry: () => (isOther ? this.reach() : this.close(seenBookings, why)) })
    }
  },
  async onOpen({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const key = currentTarget.dataset['key'] as string
    const row = this.data.rows?.find((each) => each.key === key)
    if (!row?.closure) return
    const sure = await ask({
      title: '恢复开放？',
      text: `${row.title} 又可以预约了。之前取消的预约不会回来。`,
      yes: '恢复开放',
      no: '再想想',
    })
    if (sure) await this.reopen(row.closure)
  },
  async reopen({ date, span }: Closure) {
    try {
      const { site } = await entered()
      const time = span ? { date, span: { from: span.from, to: span.to } } : { date }
      await call('removeClosure', { siteId: site.id, ...time })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.reopen({ date, why: '', ...(span ? { span } : {}) }) })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
