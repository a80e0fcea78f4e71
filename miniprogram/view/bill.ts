import type { Bill } from '../domain/bill'
import type { ChildId } from '../domain/ids'
import { fen, sumOf } from '../domain/money'
import type { PriceLine } from '../domain/price'
import { yuan, yuanExact } from './money'
import { hoursWord } from './when'

export interface BillLine {
  readonly key: string
  /** Whose lines these are; only where siblings share a bill, on the first line of each. */
  readonly child: string
  readonly label: string
  /** Why: 九折 */
  readonly note: string
  readonly amount: string
  readonly off: boolean
}

/** A bill as its lines are shown. */
export interface BillView {
  readonly lines: readonly BillLine[]
  /** ¥27 on a button, ¥27.00 on the bill. */
  readonly total: string
  readonly totalExact: string
  readonly market: string
  /** 比市场省 ¥93, or empty when nothing is saved. */
  readonly saved: string
  readonly tariffVersion: string
}

export function billViewOf(
  { quotes, totalFen }: Bill,
  nameOf: (childId: ChildId) => string,
): BillView {
  const marketFen = sumOf(quotes.map(({ quote }) => quote.marketFen))
  return {
    lines: quotes.flatMap(({ childId, quote }) =>
      quote.lines.map((line, index) => ({
        key: `${childId}-${line.why}`,
        child: quotes.length > 1 && index === 0 ? nameOf(childId) : '',
        ...lineWords(line),
      })),
    ),
    total: yuan(totalFen),
    totalExact: yuanExact(totalFen),
    market: yuan(marketFen),
    saved: marketFen > totalFen ? `比市场省 ${yuan(fen(marketFen - totalFen))}` : '',
    tariffVersion: quotes[0]?.quote.tariffVersion ?? '',
  }
}

function lineWords(line: PriceLine): Omit<BillLine, 'key' | 'child'> {
  if (line.why === 'hours')
    return {
      label: `${hoursWord(line.minutes)} × ${yuan(line.hourFen)}`,
      note: '',
      amount: yuanExact(line.fen),
      off: false,
    }
  if (line.why === 'given_up')
    return { label: '过了免费时间才缩短', note: '', amount: yuanExact(line.fen), off: false }
  return {
    label: line.why === 'resident' ? '本社区居民' : '同行的兄弟姐妹',
    note: foldWord(line.percent),
    amount: yuanExact(line.fen),
    off: true,
  }
}

const DIGITS = '零一二三四五六七八九'

/** Per cent off as a Chinese price tag says it: 10 is 九折, 15 is 八五折. */
export function foldWord(percent: number): string {
  const left = 100 - percent
  if (!Number.isInteger(left) || left < 10 || left > 99) return `减 ${percent}%`
  const [tens, ones] = [Math.floor(left / 10), left % 10]
  return `${DIGITS[tens]}${ones ? DIGITS[ones] : ''}折`
}
