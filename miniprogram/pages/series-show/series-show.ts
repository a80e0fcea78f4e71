import type { SeriesId } from '../../domain/ids'
import { call } from '../../services/call'
import { follow } from '../../services/follow'
import { say, wordsFor } from '../../services/say'
import { enter, entered } from '../../services/session'
import { textClass } from '../../services/text-size'
import { seriesPageOf, type SeriesPageView } from '../../view/series-page'
import type { Act, Words } from '../../view/words'

/** A repeating booking, day by day. */
Page({
  data: {
    textClass: '',
    lost: null as Words | null,
    view: null as SeriesPageView | null,
    fresh: false,
    sending: false,
  },
  id: '' as SeriesId,

  onLoad({ id = '', fresh }: { id?: string; fresh?: string }) {
    this.id = id as SeriesId
    this.setData({ fresh: fresh === '1' })
  },

  onShow() {
    this.setData({ textClass: textClass() })
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const { household } = await entered()
      const { now, ...facts } = await call('showSeries', { seriesId: this.id })
      const view = seriesPageOf(facts, household?.children ?? [], now)
      this.setData({ lost: null, view })
    } catch (error) {
      if (!this.data.view) this.setData({ lost: wordsFor(error) })
      else await wx.showToast({ title: wordsFor(error).title, icon: 'none' })
    }
  },

  onDay({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    void wx.navigateTo({ url: `/pages/booking-show/booking-show?id=${detail.id}` })
  },

  async onCancel() {
    const cancel = this.data.view?.cancel
    if (!cancel || this.data.sending) return
    const { confirm } = await wx.showModal({
      title: '取消固定预约？',
      content: cancel.ask,
      confirmText: '确定取消',
      cancelText: '先不取消',
      confirmColor: '#C93F22',
    })
    if (!confirm) return
    this.setData({ sending: true })
    try {
      await call('cancelSeries', { seriesId: this.id, seenFeeFen: cancel.feeFen })
      void enter().catch(() => undefined)
      this.setData({ fresh: false })
    } catch (error) {
      await say(error, { retry: () => this.onCancel(), see_price: () => undefined })
    } finally {
      this.setData({ sending: false })
      await this.load()
    }
  },

  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    follow(detail.act, { retry: () => this.load() })
  },
})
