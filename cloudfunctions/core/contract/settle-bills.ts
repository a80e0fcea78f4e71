import * as v from 'valibot'
import { finalBillView } from './final-bill-view'
import * as shape from './shapes'

/** One family paid these bills at the desk, or was paid back. The same attempt again records nothing twice. */
export const settleBills = {
  input: v.strictObject({
    siteId: shape.siteId,
    attempt: shape.attempt,
    bookingIds: v.pipe(shape.list(shape.bookingId, 60), v.minLength(1, 'missing')),
    how: v.picklist(['wechat', 'cash']),
    /** What staff saw and took: another sum is refused with `bill_changed`. */
    seenDueFen: shape.fen,
  }),
  output: v.object({ bills: v.array(finalBillView) }),
}

/** Puts a bill right by a line more (positive adds, negative gives back), or takes back a payment that never was. */
export const correctBill = {
  input: v.strictObject({
    siteId: shape.siteId,
    attempt: shape.attempt,
    bookingId: shape.bookingId,
    what: v.picklist(['bill', 'payment']),
    /** Of a payment: how much of it never was. */
    fen: v.pipe(
      shape.fen,
      v.check((amount) => amount !== 0, 'missing'),
    ),
    reason: shape.typed(20),
  }),
  output: v.object({ bill: finalBillView }),
}
