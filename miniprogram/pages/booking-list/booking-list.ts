import { call } from '../../services/call'
import { follow } from '../../services/follow'
import { wordsFor } from '../../services/say'
import { entered } from '../../services/session'
import { textClass } from '../../services/text-size'
import { bookingSectionsOf, type BookingSections } from '../../view/booking-card'
import { seriesCardsOf, type SeriesCard } from '../../view/series-page'
import type { Act, Words } from '../../view/words'

interface Data {
  textClass: string
  lost: Words | null
  list: BookingSections | null
  series: readonly SeriesCard[]
  /** Siblings have just been booked. */
  fresh: boolean
}

interface Custom {
  load(): Promise<void>
  onOpen(event: WechatMiniprogram.CustomEvent<{ id: string }>): void
  onSeries(event: WechatMiniprogram.TouchEvent): void
  onBook(): void
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>): void
}

Page<Data, Custom>({
  data: { textClass: '', lost: null, list: null, series: [], fresh: false },

  onLoad({ fresh }) {
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
      if (!household) {
        this.setData({ lost: null, list: { coming: [], past: [] } })
        return
      }
      const { bookings, series, now } = await call('listBookings', { householdId: household.id })
      const list = bookingSectionsOf(bookings, household.children, now)
      const cards = seriesCardsOf(series, household.children, now)
      this.setData({ lost: null, list, series: cards })
    } catch (error) {
      if (!this.data.list) this.setData({ lost: wordsFor(error) })
      else await wx.showToast({ title: wordsFor(error).title, icon: 'none' })
    }
  },

  onOpen({ detail }) {
    void wx.navigateTo({ url: `/pages/booking-show/booking-show?id=${detail.id}` })
  },

  onSeries(event) {
    const id = String(event.currentTarget.dataset['id'])
    void wx.navigateTo({ url: `/pages/series-show/series-show?id=${id}` })
  },

  onBook() {
    void wx.switchTab({ url: '/pages/care-book/care-book' })
  },

  onNext({ detail }) {
    follow(detail.act, { retry: () => this.load() })
  },
})
