import { dateOf } from '../../../domain/time'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { ring } from '../../../services/ring'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { awayRowsOf, type AwayRow } from '../../../view/child-health'
import type { Act, Words } from '../../../view/words'

/** Children who stay at home after an illness: until when, and where their doctor's note is written down. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '200rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '200rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    rows: null as readonly AwayRow[] | null,
  },

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.open()
  },
  async open() {
    try {
      const { site } = await entered()
      const { children } = await call('listExcluded', { siteId: site.id })
      this.setData({ failed: null, rows: awayRowsOf(children, dateOf(now())) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onNote({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    void wx.navigateTo({ url: `/packages/staff/child-health/child-health?child=${id}` })
  },
  onCall({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    void ring(this.data.rows?.find((row) => row.id === id)?.guardians ?? [])
  },
  onBack() {
    follow('back')
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
