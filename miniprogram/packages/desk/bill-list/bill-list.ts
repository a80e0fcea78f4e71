import type { PayWay } from '../../../domain/final-bill'
import { newAttempt } from '../../../services/attempt'
import { ask } from '../../../services/ask'
import { loadBills } from '../../../services/bills'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { ring } from '../../../services/ring'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import {
  deskBillsOf,
  settleWords,
  toldWords,
  type DeskBillsView,
  type FamilyBillsView,
} from '../../../view/desk-bills'
import { PAY_WORDS } from '../../../view/final-bill'
import type { Act, Words } from '../../../view/words'

/** The desk: what families owe, and how it was paid. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    desk: null as DeskBillsView | null,
    mayCorrect: false,
    /** Whose bills are unfolded. */
    unfolded: '',
    sending: false,
    /** What was just written down. */
    told: '',
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
      const bills = await loadBills()
      this.setData({ failed: null, desk: deskBillsOf(bills), mayCorrect: bills.mayCorrect })
    } catch (error) {
      if (!this.data.desk) this.setData({ failed: wordsFor(error) })
      else await wx.showToast({ title: wordsFor(error).title, icon: 'none' })
    }
  },
  onUnfold({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    this.setData({ unfolded: this.data.unfolded === id ? '' : id })
  },
  onRing({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { name, phone } = currentTarget.dataset as { name: string; phone: string }
    void ring([{ name, phone }])
  },
  onCorrect({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    void wx.navigateTo({ url: `/packages/desk/bill-correct/bill-correct?id=${id}` })
  },
  async onPay({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, how } = currentTarget.dataset as { id: string; how: PayWay }
    const family = this.data.desk?.open.find(({ householdId }) => householdId === id)
    if (!family || this.data.sending) return
    const { title, text } = settleWords(family, PAY_WORDS[how])
    const sure = await ask({ title, text, yes: '记下', no: '还没有' })
    if (sure) await this.settle(family, how, newAttempt())
  },
  async settle(family: FamilyBillsView, how: PayWay, attempt: string) {
    this.setData({ sending: true, told: '' })
    try {
      const { site } = await entered()
      await call('settleBills', {
        siteId: site.id,
        attempt,
        bookingIds: family.cards.map(({ id }) => id),
        how,
        seenDueFen: family.dueFen,
      })
      this.setData({ told: toldWords(family, PAY_WORDS[how]) })
    } catch (error) {
      await say(error, { retry: () => this.load() })
    } finally {
      this.setData({ sending: false })
      await this.load()
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
