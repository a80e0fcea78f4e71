import type { FinalBill, FinalLine } from './final-bill'
import { fen, sumOf, type Fen } from './money'

/** Bills summed up, of a family or of a whole point: no names in it. */
export interface BillTotals {
  readonly households: number
  readonly children: number
  /** Bills of children who came. */
  readonly visits: number
  /** Of those, fetched after the grace period. */
  readonly late: number
  readonly missed: number
  readonly cancelled: number
  /** Billed time of care. */
  readonly minutes: number
  readonly totalFen: Fen
  readonly paidFen: Fen
  readonly dueFen: Fen
  /** The same care at the market's price. */
  readonly marketFen: Fen
  /** Market price less what the care itself cost: meals, material and late pick-up are not compared. */
  readonly savedFen: Fen
}

export function totalsOf(bills: readonly FinalBill[]): BillTotals {
  const came = bills.filter(({ outcome }) => outcome === 'came')
  const sum = (pick: (bill: FinalBill) => Fen): Fen => sumOf(bills.map(pick))
  const marketFen = sum((bill) => bill.marketFen)
  const careFen = sumOf(came.map(careFenOf))
  return {
    households: new Set(bills.map(({ householdId }) => householdId)).size,
    children: new Set(bills.map(({ childId }) => childId)).size,
    visits: came.length,
    late: came.filter(({ lines }) => lines.some(({ why }) => why === 'late')).length,
    missed: bills.filter(({ outcome }) => outcome === 'missed').length,
    cancelled: bills.filter(({ outcome }) => outcome === 'cancelled').length,
    minutes: came.reduce((total, { minutes }) => total + minutes, 0),
    totalFen: sum((bill) => bill.totalFen),
    paidFen: sum((bill) => bill.paidFen),
    dueFen: sum((bill) => bill.dueFen),
    marketFen,
    savedFen: fen(Math.max(0, marketFen - careFen)),
  }
}

const CARE: readonly FinalLine['why'][] = ['hours', 'free', 'cap', 'resident', 'sibling']

function careFenOf({ lines }: FinalBill): Fen {
  return sumOf(lines.filter(({ why }) => CARE.includes(why)).map((line) => line.fen))
}
