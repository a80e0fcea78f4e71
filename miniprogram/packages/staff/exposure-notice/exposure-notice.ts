import type { BookingId } from '../../../domain/ids'
import { ask } from '../../../services/ask'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { ring } from '../../../services/ring'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { exposureViewOf, type ExposureView } from '../../../view/exposure'
import type { Act, Words } from '../../../view/words'

/** The families who were in the room with a child that was sent home, `?id=` its booking; told by a person's tap. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '220rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    view: null as ExposureView | null,
    sending: false,
  },
  id: '' as BookingId,

  onLoad({ id = '' }: Record<string, string | undefined>) {
    this.id = id as BookingId
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      const { site } = await entered()
      const plan = await call('planExposure', { siteId: site.id, bookingId: this.id })
      this.setData({ failed: null, view: exposureViewOf(plan) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async onSend() {
    const { view, sending } = this.data
    if (!view?.button || sending) return
    const sure = await ask({
      title: '发出接触提醒？',
      text: `${view.families.length} 家会在消息里看到日期和${view.title}，不写孩子的名字。发出后不能收回。`,
      yes: '发出',
      no: '再看看',
    })
    if (sure) await this.send()
  },
  async send() {
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      await call('sendExposure', { siteId: site.id, bookingId: this.id })
      await this.open()
    } catch (error) {
      await say(error, { retry: () => this.send() })
    } finally {
      this.setData({ sending: false })
    }
  },
  onRing({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { name, phone } = currentTarget.dataset as { name: string; phone: string }
    void ring([{ name, phone }])
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
