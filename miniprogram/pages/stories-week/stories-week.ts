import { call } from '../../services/call'
import { now } from '../../services/clock'
import { follow } from '../../services/follow'
import { wordsFor } from '../../services/say'
import { entered, session } from '../../services/session'
import { textClass } from '../../services/text-size'
import { sessionWeekOf, type SessionWeekFacts, type SessionWeekView } from '../../view/session-week'
import type { Act, Words } from '../../view/words'

const DAY = { width: '104rpx', height: '144rpx', borderRadius: '24rpx' }
const CARD = [{ width: '100%', height: '264rpx', borderRadius: '24rpx' }]

Page({
  data: {
    textClass: '',
    skeleton: [[DAY, DAY, DAY, DAY, DAY, DAY], [{ width: '420rpx', height: '64rpx' }], CARD, CARD],
    failed: null as Words | null,
    date: '',
    filter: '',
    week: null as SessionWeekView | null,
  },
  sessions: [] as SessionWeekFacts['sessions'],

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    try {
      const { site } = await entered()
      this.sessions = (await call('showProgramme', { siteId: site.id })).sessions
      this.setData({ failed: null })
      this.show()
    } catch (error) {
      // What is on the screen stays true for the week.
      if (!this.data.week) this.setData({ failed: wordsFor(error) })
    }
  },
  show() {
    const { date, filter } = this.data
    const children = session()?.household?.children ?? []
    const facts = { now: now(), sessions: this.sessions, children }
    this.setData({ week: sessionWeekOf(facts, { date, filter }) })
  },
  onDay(event: WechatMiniprogram.CustomEvent<{ date: string }>) {
    this.setData({ date: event.detail.date })
    this.show()
  },
  onBooks() {
    void wx.navigateTo({ url: '/packages/books/book-list/book-list' })
  },
  onElsewhere() {
    this.setData({ date: this.data.week?.elsewhere?.date ?? '' })
    this.show()
  },
  onFilter(event: WechatMiniprogram.TouchEvent) {
    this.setData({ filter: event.currentTarget.dataset['key'] as string })
    this.show()
  },
  onOpen({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    void wx.navigateTo({ url: `/packages/programme/session-show/session-show?id=${detail.id}` })
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(event.detail.act, { retry: () => this.refresh() })
  },
})
