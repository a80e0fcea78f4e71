import { dateOf } from '../../../domain/time'
import type { CopyId } from '../../../domain/ids'
import { newAttempt } from '../../../services/attempt'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { loanCardsOf, loanRulesWords, type LoanCard } from '../../../view/loans'
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
    cards: null as LoanCard[] | null,
    late: '',
    rules: '',
    renewing: '',
  },
  attempt: newAttempt(),

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
      const { loans, ...rules } = await call('showLoans', { householdId: household.id })
      const { cards, late } = loanCardsOf(loans, rules, dateOf(now()))
      this.attempt = newAttempt()
      this.setData({ failed: null, cards, late, rules: loanRulesWords(rules) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async onRenew({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { copy, loan } = currentTarget.dataset as { copy: CopyId; loan: string }
    if (this.data.renewing) return
    this.setData({ renewing: copy })
    try {
      const { household } = await entered()
      if (!household) return follow('register')
      const { attempt } = this
      await call('renewLoan', { householdId: household.id, copyId: copy, loan, attempt })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.load() })
    } finally {
      this.setData({ renewing: '' })
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
