import type { BillTotals } from '../domain/bill-totals'
import type { Month } from '../domain/month'
import type { Instant } from '../domain/time'
import { yuan } from './money'
import { monthStepsOf, type MonthSteps } from './statement'
import { hoursWord } from './when'

/** A point's month for the community: numbers, nobody's name. */
export interface MonthReport extends MonthSteps {
  /** Nothing was billed yet. */
  readonly empty: boolean
  readonly saved: string
  readonly market: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  /** The same in one paragraph, to paste into a report. */
  readonly text: string
}

export function monthReportOf(
  totals: BillTotals,
  month: Month,
  now: Instant,
  site: string,
): MonthReport {
  const steps = monthStepsOf(month, now)
  const { households, children, visits, minutes, missed, cancelled, late } = totals
  const { totalFen, paidFen, dueFen, marketFen, savedFen } = totals
  return {
    ...steps,
    empty: visits + missed + cancelled === 0,
    saved: yuan(savedFen),
    market: yuan(marketFen),
    rows: [
      { label: '家庭', value: `${households} 家` },
      { label: '孩子', value: `${children} 个` },
      { label: '托管', value: `${visits} 次` },
      { label: '托管时长', value: hoursWord(minutes) },
      { label: '晚接', value: `${late} 次` },
      { label: '约了没来', value: `${missed} 次` },
      { label: '逾期取消', value: `${cancelled} 次` },
      { label: '应收', value: yuan(totalFen) },
      { label: '已收', value: yuan(paidFen) },
      { label: '未收', value: yuan(dueFen) },
    ],
    text: `${site} ${steps.month}：${households} 家 ${children} 个孩子托管 ${visits} 次，共 ${hoursWord(minutes)}；应收 ${yuan(totalFen)}，已收 ${yuan(paidFen)}；同样的时间市场约 ${yuan(marketFen)}，为家庭省下 ${yuan(savedFen)}。`,
  }
}
