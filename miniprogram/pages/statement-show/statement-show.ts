import { monthOf, type Month } from '../../domain/month'
import { dateOf } from '../../domain/time'
import { call } from '../../services/call'
import { follow } from '../../services/follow'
import { wordsFor } from '../../services/say'
import { entered } from '../../services/session'
import { textClass } from '../../services/text-size'
import { statementViewOf, type StatementView } from '../../view/statement'
import type { Act, Words } from '../../view/words'

/** A family's month: every visit's final bill, and what is still to be paid. */
Page({
  data: {
    textClass: '',
    lost: null as Words | null,
    registered: true,
    view: null as StatementView | null,
  },
  month: '' as Month,

  onLoad() {
    this.setData({ textClass: textClass() })
  },

  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const { household, now } = await entered()
      this.month ||= monthOf(dateOf(now))
      this.setData({ lost: null, registered: household !== undefined })
      if (!household) return
      const statement = await call('showStatement', {
        householdId: household.id,
        month: this.month,
      })
      this.setData({ view: statementViewOf(statement, this.month, household.children) })
    } catch (error) {
      if (!this.data.view) this.setData({ lost: wordsFor(error) })
      else await wx.showToast({ title: wordsFor(error).title, icon: 'none' })
    }
  },

  onMonth({ detail }: WechatMiniprogram.CustomEvent<{ month: Month }>) {
    this.month = detail.month
    this.setData({ view: null })
    void this.load()
  },

  onBook() {
    follow('pick_other_day')
  },

  onRegister() {
    follow('register')
  },

  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ lost: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
