import { addDays, dateOf, type LocalDate } from '../../../domain/time'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { auditRowOf, type AuditRow } from '../../../view/audit-list'
import type { Act, Words } from '../../../view/words'

/** Which of the staff read children's health data on a day; the operator's page. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '60%', height: '88rpx' }],
      [{ width: '100%', height: '160rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '160rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    date: '',
    today: '',
    rows: null as readonly AuditRow[] | null,
  },

  onLoad() {
    const today = dateOf(now())
    this.setData({ textClass: textClass(), date: today, today })
    void this.open()
  },
  async open() {
    try {
      const { site } = await entered()
      const date = this.data.date as LocalDate
      const { runs } = await call('listAudits', { siteId: site.id, date })
      this.setData({ failed: null, rows: runs.map(auditRowOf) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onDate({ detail }: WechatMiniprogram.PickerChange) {
    this.look(String(detail.value))
  },
  onDayBefore() {
    this.look(addDays(this.data.date as LocalDate, -1))
  },
  look(date: string) {
    this.setData({ date, rows: null })
    void this.open()
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
