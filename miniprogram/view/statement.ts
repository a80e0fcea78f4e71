import type { BillTotals } from '../domain/bill-totals'
import type { Child } from '../domain/child'
import { monthAfter, monthOf, type Month } from '../domain/month'
import { dateOf, type Instant } from '../domain/time'
import { dueWords, finalBillCardOf, type FinalBill, type FinalBillCard } from './final-bill'
import { yuan } from './money'
import { hoursWord } from './when'

export interface Statement {
  readonly now: Instant
  readonly bills: readonly FinalBill[]
  readonly totals: BillTotals
}

export interface MonthSteps {
  /** 2026 年 11 月 */
  readonly month: string
  /** Empty where there is nothing to see yet. */
  readonly next: Month | ''
  readonly last: Month
}

export interface StatementView extends MonthSteps {
  readonly total: string
  readonly due: string
  readonly settled: boolean
  /** How the rest is paid; empty when nothing is due. */
  readonly how: string
  /** 来了 6 次，共 12 小时 */
  readonly visits: string
  readonly saved: string
  readonly bills: readonly FinalBillCard[]
}

export function statementViewOf(
  { now, bills, totals }: Statement,
  month: Month,
  children: readonly Child[],
): StatementView {
  const { visits, minutes, totalFen, dueFen, savedFen } = totals
  const nameOf = (id: string): string => children.find((child) => child.id === id)?.name ?? '孩子'
  return {
    ...monthStepsOf(month, now),
    total: yuan(totalFen),
    due: dueWords(dueFen),
    settled: dueFen === 0,
    how: dueFen > 0 ? '来园时用微信或现金付给老师就好。' : '',
    visits: visits > 0 ? `来了 ${visits} 次，共 ${hoursWord(minutes)}` : '',
    saved: savedFen > 0 ? `比市场省 ${yuan(savedFen)}` : '',
    bills: bills.map((bill) => finalBillCardOf(bill, nameOf(bill.childId))),
  }
}

export function monthStepsOf(month: Month, now: Instant): MonthSteps {
  const next = monthAfter(month, 1)
  return {
    month: `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`,
    next: next <= monthOf(dateOf(now)) ? next : '',
    last: monthAfter(month, -1),
  }
}
