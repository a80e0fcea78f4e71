import type { HouseholdId } from '../domain/ids'
import { fen, sumOf, type Fen } from '../domain/money'
import { dueWords, finalBillCardOf, type FinalBill, type FinalBillCard } from './final-bill'
import { yuan } from './money'

/** One family's bills at the desk, as `listBills` answers. */
export interface FamilyBills {
  readonly householdId: HouseholdId
  readonly guardian: string
  readonly phone: string
  readonly dueFen: Fen
  readonly bills: readonly (FinalBill & { readonly childName: string })[]
}

export interface FamilyBillsView {
  readonly householdId: HouseholdId
  readonly who: string
  readonly phone: string
  readonly due: string
  readonly dueFen: Fen
  /** 收款 or 退款: what the buttons do. */
  readonly act: string
  readonly cards: readonly FinalBillCard[]
}

export interface DeskBillsView {
  /** 3 家未付，共 ¥86 */
  readonly summary: string
  readonly open: readonly FamilyBillsView[]
  readonly settled: readonly FamilyBillsView[]
}

export function deskBillsOf(answer: {
  readonly open: readonly FamilyBills[]
  readonly settledToday: readonly FamilyBills[]
}): DeskBillsView {
  const { open, settledToday } = answer
  const total = sumOf(open.map(({ dueFen }) => dueFen))
  return {
    summary: open.length > 0 ? `${open.length} 家没有结清，共 ${yuan(total)}` : '每一家都结清了',
    open: open.map(familyOf),
    settled: settledToday.map(familyOf),
  }
}

function familyOf({ householdId, guardian, phone, dueFen, bills }: FamilyBills): FamilyBillsView {
  return {
    householdId,
    who: guardian || '已注销的家庭',
    phone,
    due: dueWords(dueFen),
    dueFen,
    act: dueFen < 0 ? '退款' : '收款',
    cards: bills.map((bill) => finalBillCardOf(bill, bill.childName)),
  }
}

/** What the desk asks before it writes the money down. */
export function settleWords(
  { who, dueFen }: FamilyBillsView,
  how: string,
): { title: string; text: string } {
  const back = dueFen < 0
  const amount = yuan(fen(Math.abs(dueFen)))
  return {
    title: back ? `退给${who} ${amount}？` : `收${who} ${amount}？`,
    text: `${how}${back ? '退款' : '收款'}记下后不能删除，记错了由运营更正。`,
  }
}

/** What the desk reads once it is written down. */
export function toldWords({ who, dueFen }: FamilyBillsView, how: string): string {
  const amount = yuan(fen(Math.abs(dueFen)))
  return dueFen < 0 ? `记下了：${how}退给${who} ${amount}` : `记下了：${who}${how}付 ${amount}`
}
