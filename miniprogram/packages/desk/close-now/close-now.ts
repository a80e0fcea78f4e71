import { newAttempt } from '../../../services/attempt'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { reachOfAudience } from '../../../services/notice-reach'
import { say, wordsFor } from '../../../services/say'
import { enter, entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import {
  CLOSING_WHYS,
  closedPageOf,
  closingPageOf,
  spanChoicesOf,
  whyChoicesOf,
  type ClosedPage,
  type ClosingPage,
} from '../../../view/close-now'
import type { Act, Words } from '../../../view/words'

const FIRST_WHY: string = CLOSING_WHYS[0]

/** Something has happened: one tap opens this page with everything chosen, the second closes and tells every family. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '300rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '300rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    whole: false,
    spans: spanChoicesOf(false),
    whys: whyChoicesOf(FIRST_WHY),
    why: FIRST_WHY,
    whyWrong: '',
    view: null as ClosingPage | null,
    closed: null as ClosedPage | null,
    sending: false,
  },
  attempt: '',
  facts: undefined as Parameters<typeof closingPageOf>[0] | undefined,

  onLoad() {
    this.attempt = newAttempt()
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site, today } = await enter()
      const date = today?.date
      const [reach, { bookings }] = await Promise.all([
        this.familiesOf(site.id),
        date ? call('planClosure', { siteId: site.id, date }) : { bookings: [] },
      ])
      this.facts = { today, bookings, ...reach }
      this.setData({ failed: null })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async familiesOf(siteId: Parameters<typeof reachOfAudience>[0]) {
    let families = 0
    let byMessage = 0
    await reachOfAudience(siteId, {}, (reach) => {
      families = reach.households
      byMessage = reach.byMessage
      return true
    })
    return { families, byMessage }
  },
  show() {
    const { whole, why } = this.data
    if (this.facts) this.setData({ view: closingPageOf(this.facts, { whole, why }, now()) })
  },
  onWhole({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const whole = detail.value === 'whole'
    this.setData({ whole, spans: spanChoicesOf(whole) })
    this.show()
  },
  onKnownWhy({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.become(detail.value)
  },
  onWhy({ detail }: WechatMiniprogram.Input) {
    this.become(detail.value)
  },
  become(why: string) {
    this.setData({ why, whys: whyChoicesOf(why), whyWrong: '' })
    this.show()
  },
  async onClose() {
    const { whole, sending } = this.data
    const why = this.data.why.trim()
    if (sending) return
    if (!why) {
      this.setData({ whyWrong: '请写上原因，家长会看到' })
      return
    }
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const input = { siteId: site.id, attempt: this.attempt, whole, why }
      this.setData({ closed: closedPageOf(await call('closeNow', input)) })
    } catch (error) {
      await say(error, { retry: () => this.onClose() })
    } finally {
      this.setData({ sending: false })
    }
  },
  onWatch() {
    const { closed } = this.data
    if (closed)
      void wx.redirectTo({ url: `/packages/desk/notice-show/notice-show?id=${closed.noticeId}` })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
