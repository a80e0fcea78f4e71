import { dateOf } from '../../../domain/time'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import type { BookCard } from '../../../view/book-card'
import { loanCardsOf, loanRulesWords } from '../../../view/loans'
import type { Act, Words } from '../../../view/words'

const ROW = [
  { width: '136rpx', height: '176rpx', borderRadius: '16rpx' },
  { width: '460rpx', height: '144rpx', borderRadius: '16rpx' },
]

/** What the family has at home, and when it goes back. */
Page({
  data: {
    textClass: '',
    skeleton: [ROW, ROW],
    failed: null as Words | null,
    cards: null as BookCard[] | null,
    late: '',
    rules: '',
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
      const { household } = await entered()
      if (!household) return follow('register')
      const { loans, most, days } = await call('showLoans', { householdId: household.id })
      const { cards, late } = loanCardsOf(loans, dateOf(now()))
      this.setData({ failed: null, cards, late, rules: loanRulesWords(most, days) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onBooks() {
    void wx.navigateTo({ url: '/packages/books/book-list/book-list' })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
