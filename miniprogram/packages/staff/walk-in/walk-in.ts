import type { ChildId } from '../../../domain/ids'
import { newAttempt } from '../../../services/attempt'
import { call, CallError } from '../../../services/call'
import { follow } from '../../../services/follow'
import { loadRoom } from '../../../services/room'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { walkInOf, type WalkInPlan, type WalkInView } from '../../../view/walk-in'
import type { Act, Words } from '../../../view/words'

interface WalkInData {
  textClass: string
  skeleton: object[]
  name: string
  failed: Words | null
  view: WalkInView | null
  sending: boolean
}
const FIRST: WalkInData = {
  textClass: '',
  skeleton: [{ height: '120rpx' }, { height: '120rpx' }, { height: '120rpx' }],
  name: '',
  failed: null,
  view: null,
  sending: false,
}

const NOTHING: WalkInPlan = { options: [] }

/** A family at the door without a booking: what is free from now on, what it costs, and the booking. */
Page({
  data: FIRST,
  child: '' as ChildId,
  attempt: '',
  chosen: '',
  plan: NOTHING,

  onLoad({ child = '', name = '' }: Record<string, string | undefined>) {
    this.child = child as ChildId
    this.attempt = newAttempt()
    this.setData({ textClass: textClass(), name: decodeURIComponent(name) })
    void this.open()
  },
  async open() {
    try {
      const { site } = await entered()
      this.plan = await call('planWalkIn', { siteId: site.id, childId: this.child })
      this.chosen = this.plan.options[0]?.span.to ?? ''
      this.setData({ failed: null })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  show() {
    this.setData({ view: walkInOf(this.plan, this.chosen) })
  },
  onChoose(event: WechatMiniprogram.TouchEvent) {
    this.chosen = event.currentTarget.dataset['key'] as string
    this.show()
  },
  async onBook() {
    const option = this.data.view?.options.find(({ on }) => on)
    if (!option || this.data.sending) return
    this.setData({ sending: true })
    try {
      const { span, totalFen: seenTotalFen } = option
      const { site } = await entered()
      const { child: childId, attempt } = this
      const input = { siteId: site.id, childId, span, attempt, seenTotalFen }
      const { booking } = await call('bookWalkIn', input)
      await loadRoom()
      const url = `/packages/staff/ticket-scan/ticket-scan?booking=${booking.id}`
      await wx.redirectTo({ url })
    } catch (error) {
      await this.onFailed(error)
    } finally {
      this.setData({ sending: false })
    }
  },
  /** Somebody may have been faster, or the half hour over: what can be had now is shown again. */
  async onFailed(error: unknown) {
    if (error instanceof CallError && error.detail.code !== 'offline') await this.open()
    await say(error, {
      retry: () => this.onBook(),
      pick_other_time: () => undefined,
      pick_other_day: () => undefined,
      see_price: () => undefined,
      bookings: () => undefined,
    })
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(event.detail.act, { retry: () => this.open() })
  },
})
