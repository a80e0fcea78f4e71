import { monthOf, type Month } from '../../../domain/month'
import { dateOf } from '../../../domain/time'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { monthReportOf, type MonthReport } from '../../../view/month-report'
import type { Act, Words } from '../../../view/words'

/** The point's month in sums for the community's own report. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    report: null as MonthReport | null,
  },
  month: '' as Month,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site, now } = await entered()
      this.month ||= monthOf(dateOf(now))
      const answer = await call('showMonth', { siteId: site.id, month: this.month })
      const report = monthReportOf(answer.totals, this.month, answer.now, site.name)
      this.setData({ failed: null, report })
    } catch (error) {
      this.setData({ failed: wordsFor(error), report: null })
    }
  },
  onMonth({ detail }: WechatMiniprogram.CustomEvent<{ month: Month }>) {
    this.month = detail.month
    this.setData({ report: null })
    void this.load()
  },
  onCopy() {
    void wx.setClipboardData({ data: this.data.report?.text ?? '' })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
