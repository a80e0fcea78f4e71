import { ask } from '../../../services/ask'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { ring } from '../../../services/ring'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { excessDaysOf, type ExcessDay, type ExcessRow } from '../../../view/excess-page'
import type { Act, Words } from '../../../view/words'

const CARD = [{ width: '100%', height: '300rpx', borderRadius: '24rpx' }]

/** Bookings that the plan has no room for any more, in the order in which families are asked. */
Page({
  data: {
    textClass: '',
    skeleton: [CARD, CARD],
    failed: null as Words | null,
    days: null as ExcessDay[] | null,
    /** The operator cancels; a lead carer rings. */
    mayCancel: false,
    sending: '',
  },

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  async load() {
    try {
      const { site, me } = await entered()
      const { bookings, now } = await call('listExcess', { siteId: site.id })
      this.setData({
        failed: null,
        days: excessDaysOf(bookings, now),
        mayCancel: me.roles.includes('operator'),
      })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  rowOf({ currentTarget }: WechatMiniprogram.TouchEvent): ExcessRow | undefined {
    const id = currentTarget.dataset['id'] as string
    return this.data.days?.flatMap(({ rows }) => rows).find((row) => row.id === id)
  },
  onCall(event: WechatMiniprogram.TouchEvent) {
    void ring(this.rowOf(event)?.guardians ?? [])
  },
  async onCancel(event: WechatMiniprogram.TouchEvent) {
    const row = this.rowOf(event)
    if (!row || this.data.sending) return
    const sure = await ask({
      title: `取消${row.name}的预约？`,
      text: row.ask,
      yes: '取消预约',
      no: '再想想',
    })
    if (sure) await this.cancel(row)
  },
  async cancel(row: ExcessRow) {
    this.setData({ sending: row.id })
    try {
      const { site } = await entered()
      await call('cancelByPoint', { siteId: site.id, bookingId: row.id, why: row.reason })
    } catch (error) {
      await say(error, { retry: () => this.cancel(row) })
    }
    this.setData({ sending: '' })
    await this.load()
  },
  onRoster() {
    void wx.redirectTo({ url: '/packages/desk/roster-edit/roster-edit' })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
