import type { FinalBill } from './final-bill'
import { withSums } from './final-bill'
import { fen, sumOf, type Fen } from './money'
import type { Instant } from './time'

/** Nobody has paid it or put it right: it can still be made anew. */
export function isUntouched({ rev }: FinalBill): boolean {
  return rev === 1
}

/** Whether a bill says what the door says by now; `fresh` is the bill that would be made now, if any. */
export function agrees(bill: FinalBill, fresh: FinalBill | undefined): boolean {
  return (
    fresh !== undefined &&
    ownFenOf(bill) === fresh.totalFen &&
    bill.outcome === fresh.outcome &&
    bill.inAt === fresh.inAt &&
    bill.outAt === fresh.outAt
  )
}

/**
 * A bill that people have touched, after the door was put right: one line more brings it to what the visit costs by now,
 * nothing while the child is here again. What staff put right stays, and no bill falls below nothing. The same object when
 * there is nothing to change.
 */
export function followedDoor(
  bill: FinalBill,
  fresh: FinalBill | undefined,
  now: Instant,
): FinalBill {
  const wanted = (fresh?.totalFen ?? 0) - ownFenOf(bill)
  const amount = fen(Math.max(wanted, 0 - bill.totalFen))
  const { inAt, outAt, ...rest } = bill
  const cameAt = fresh ? fresh.inAt : inAt
  const wentAt = fresh?.outAt
  const { outcome, minutes, marketFen } = fresh ?? bill
  const isSame = inAt === cameAt && outAt === wentAt && outcome === bill.outcome
  if (amount === 0 && isSame) return bill
  return withSums({
    ...rest,
    ...(cameAt === undefined ? {} : { inAt: cameAt }),
    ...(wentAt === undefined ? {} : { outAt: wentAt }),
    outcome,
    minutes,
    marketFen,
    lines: amount === 0 ? bill.lines : [...bill.lines, { why: 'door', fen: amount }],
    rev: bill.rev + 1,
    touchedAt: now,
  })
}

/** What the visit itself came to, as far as the bill knows: all but what staff put right. */
function ownFenOf({ lines }: FinalBill): Fen {
  return sumOf(lines.filter(({ why }) => why !== 'correction').map((line) => line.fen))
}
