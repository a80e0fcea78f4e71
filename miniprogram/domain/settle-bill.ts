import { withSums, type Correction, type FinalBill, type Payment } from './final-bill'
import { fen } from './money'
import { accept, refuse, type Result } from './result'
import type { Instant } from './time'

/**
 * Records that what is due was paid, or paid back. The same payment again changes nothing.
 * Refused with `bill_settled` when nothing is due, with `bill_changed` when it is not what staff saw.
 */
export function decidePayment(bill: FinalBill, payment: Payment): Result<FinalBill> {
  if (bill.payments.some(({ id }) => id === payment.id)) return accept(bill)
  if (!bill.open) return refuse({ code: 'bill_settled' })
  if (bill.dueFen !== payment.fen) return refuse({ code: 'bill_changed', dueFen: bill.dueFen })
  return accept(grown(bill, { payments: [...bill.payments, payment] }, payment.at))
}

/** Adds a line that puts something right. The same correction again changes nothing; no bill falls below nothing. */
export function decideCorrection(bill: FinalBill, correction: Correction): Result<FinalBill> {
  const before = bill.lines.some((line) => line.why === 'correction' && line.id === correction.id)
  if (before) return accept(bill)
  if (bill.totalFen + correction.fen < 0)
    return refuse({ code: 'correction_too_large', mostFen: bill.totalFen })
  return accept(grown(bill, { lines: [...bill.lines, correction] }, correction.at))
}

/** Why a family that was granted its appeal pays nothing for not coming. */
export const FORGIVEN = '申诉通过，不算爽约'

/** Takes back what not coming cost, as far as no correction has already. The same again changes nothing. */
export function decideForgiveness(
  bill: FinalBill,
  mark: Pick<Correction, 'id' | 'by' | 'at'>,
): FinalBill {
  const missed = bill.lines.find(({ why }) => why === 'missed')
  const amount = Math.min(missed?.fen ?? 0, bill.totalFen)
  if (amount <= 0) return bill
  const back = { why: 'correction', reason: FORGIVEN, fen: fen(0 - amount), ...mark } as const
  const corrected = decideCorrection(bill, back)
  return corrected.ok ? corrected.value : bill
}

/**
 * A payment was written down that never was: taken back by a payment the other way, with its reason. The same again
 * changes nothing; no more is taken back than was paid.
 */
export function decideRevocation(
  bill: FinalBill,
  { fen: amount, reason, ...mark }: Omit<Payment, 'how'> & { readonly reason: string },
): Result<FinalBill> {
  if (bill.payments.some(({ id }) => id === mark.id)) return accept(bill)
  const last = bill.payments.filter((payment) => payment.fen > 0).pop()
  if (!last || amount <= 0 || amount > bill.paidFen)
    return refuse({ code: 'correction_too_large', mostFen: bill.paidFen })
  const back: Payment = { ...mark, how: last.how, fen: fen(0 - amount), reason }
  return accept(grown(bill, { payments: [...bill.payments, back] }, mark.at))
}

function grown(
  bill: FinalBill,
  more: Partial<Pick<FinalBill, 'lines' | 'payments'>>,
  now: Instant,
): FinalBill {
  return withSums({ ...bill, ...more, rev: bill.rev + 1, touchedAt: now })
}
