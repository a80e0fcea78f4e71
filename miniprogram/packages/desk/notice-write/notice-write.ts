import { newAttempt } from '../../../services/attempt'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { ring } from '../../../services/ring'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import {
  noticeDraftOf,
  reachViewOf,
  sentViewOf,
  type NoticeDraft,
  type NoticeReach,
  type ReachView,
  type SentView,
} from '../../../view/notice-draft'
import type { Act, Words } from '../../../view/words'

/** The community writes one notice, sees whom it reaches and whom to ring, and sends it. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '330rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '330rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '310rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    siteName: '',
    title: '',
    text: '',
    draft: null as NoticeDraft | null,
    reach: null as ReachView | null,
    listOpen: false,
    sending: false,
    sent: null as SentView | null,
  },
  plan: undefined as NoticeReach | undefined,
  attempt: '',

  onLoad() {
    this.attempt = newAttempt()
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      const { site } = await entered()
      this.plan = await call('planNotice', { siteId: site.id })
      this.setData({ failed: null, siteName: site.name, reach: reachViewOf(this.plan) })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  show() {
    const { title, text } = this.data
    this.setData({ draft: noticeDraftOf({ title, text }, this.plan, now()) })
  },
  onTitle(event: WechatMiniprogram.Input) {
    this.setData({ title: event.detail.value })
    this.show()
  },
  onText(event: WechatMiniprogram.TextareaInput) {
    // A notice is one line of WeChat's message.
    this.setData({ text: event.detail.value.replace(/\n/g, '') })
    this.show()
  },
  onList() {
    this.setData({ listOpen: true })
  },
  onListChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    this.setData({ listOpen: event.detail.visible })
  },
  onRing(event: WechatMiniprogram.TouchEvent) {
    const { name, phone } = event.currentTarget.dataset as { name: string; phone: string }
    void ring([{ name, phone }])
  },
  async onSend() {
    const { draft, reach, sending, title } = this.data
    if (!draft?.ready || !reach || sending) return
    const { confirm } = await wx.showModal({
      title: `发给 ${reach.households} 家？`,
      content: `“${title.trim()}”会出现在每一家的消息里，微信提醒约 ${reach.byMessage} 家。发出后不能收回。`,
      confirmText: '发出',
      cancelText: '再看看',
      confirmColor: '#0B6E78',
    })
    if (confirm) await this.send()
  },
  async send() {
    const { title, text } = this.data
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const input = { siteId: site.id, attempt: this.attempt, title, text }
      const sent = sentViewOf(await call('sendNotice', input))
      this.setData({ sent, sending: false })
    } catch (error) {
      this.setData({ sending: false })
      await say(error, { retry: () => this.send() })
    }
  },
  onAgain() {
    this.attempt = newAttempt()
    this.setData({ sent: null, title: '', text: '' })
    void this.open()
  },
  onBack() {
    follow('back')
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(event.detail.act, { retry: () => this.open() })
  },
})
