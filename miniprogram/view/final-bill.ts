import type { FinalBill as StoredBill, Payment, PayWay } from '../domain/final-bill'
import type { BookingId } from '../domain/ids'
import { fen, type Fen } from '../domain/money'
import { dateOf, timeOf } from '../domain/time'
import type { BillView } from './bill'
import { yuan, yuanExact } from './money'
import { lineWordsOf } from './price-line'
import { clock, dateWords, monthDay, spanWords } from './when'

/** A final bill as its family and the desk get it. */
export type FinalBill = Omit<
  StoredBill,
  'siteId' | 'householdId' | 'month' | 'open' | 'rev' | 'touchedAt'
>

export const PAY_WORDS: Readonly<Record<PayWay, string>> = { wechat: '微信', cash: '现金' }

/** One final bill as a card: what was booked, what happened, what it came to. */
export interface FinalBillCard {
  readonly id: BookingId
  readonly name: string
  readonly span: string
  readonly date: string
  /** 9:02 入园，11:25 离园 */
  readonly times: string
  readonly bill: BillView
  /** Payments, one a line. */
  readonly paid: readonly string[]
  readonly due: string
  readonly dueFen: Fen
  readonly tone: 'leaf' | 'coral'
}

export function finalBillCardOf(bill: FinalBill, name: string): FinalBillCard {
  const { id, date, span, dueFen, payments } = bill
  return {
    id,
    name: name || '已注销',
    span: spanWords(span),
    date: dateWords(date),
    times: timesOf(bill),
    bill: finalBillViewOf(bill),
    paid: payments.map(paymentWords),
    due: dueWords(dueFen),
    dueFen,
    tone: dueFen === 0 ? 'leaf' : 'coral',
  }
}

/** The lines of a final bill, in the form in which every bill is shown. */
export function finalBillViewOf(bill: FinalBill): BillView {
  const { lines, totalFen, marketFen, tariffVersion } = bill
  return {
    lines: lines.map((line, index) => ({
      key: `${index}-${line.why}`,
      child: '',
      ...lineWordsOf(line),
    })),
    total: yuan(totalFen),
    totalExact: lines.length > 0 ? yuanExact(totalFen) : '免费',
    market: marketFen > 0 ? yuan(marketFen) : '',
    saved: marketFen > totalFen ? `比市场省 ${yuan(fen(marketFen - totalFen))}` : '',
    tariffVersion,
  }
}

/** 还要付 ¥35, 已付清, 应退 ¥5 */
export function dueWords(dueFen: Fen): string {
  if (dueFen === 0) return '已付清'
  return dueFen > 0 ? `还要付 ${yuan(dueFen)}` : `应退 ${yuan(fen(0 - dueFen))}`
}

function timesOf({ outcome, inAt, outAt }: FinalBill): string {
  if (outcome === 'missed') return '没有来'
  if (outcome === 'cancelled') return '取消得晚了'
  const came = inAt === undefined ? '' : `${clock(timeOf(inAt))} 入园`
  return [came, outAt === undefined ? '没有扫离园' : `${clock(timeOf(outAt))} 离园`]
    .filter(Boolean)
    .join('，')
}

function paymentWords({ how, fen: amount, at, reason, by }: Payment): string {
  if (reason !== undefined)
    return `${monthDay(dateOf(at))} ${by}撤回收款 ${yuan(fen(0 - amount))}：${reason}`
  const what = amount < 0 ? '退' : '付'
  return `${monthDay(dateOf(at))} ${PAY_WORDS[how]}${what} ${yuan(fen(Math.abs(amount)))}`
}
