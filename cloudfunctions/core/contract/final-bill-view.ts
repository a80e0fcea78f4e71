import * as v from 'valibot'
import { finalLine } from './price-line'
import * as shape from './shapes'

/** A final bill, for its own family and for the desk. */
export const finalBillView = v.object({
  id: shape.bookingId,
  date: shape.date,
  span: shape.span,
  childId: shape.childId,
  outcome: v.picklist(['came', 'missed', 'cancelled']),
  inAt: v.exactOptional(shape.instant),
  outAt: v.exactOptional(shape.instant),
  tariffVersion: v.string(),
  minutes: v.number(),
  marketFen: shape.fen,
  lines: v.array(finalLine),
  payments: v.array(
    v.object({
      id: v.string(),
      how: v.picklist(['wechat', 'cash']),
      fen: shape.fen,
      reason: v.exactOptional(v.string()),
      by: v.string(),
      at: shape.instant,
    }),
  ),
  totalFen: shape.fen,
  paidFen: shape.fen,
  dueFen: shape.fen,
})

export const billTotals = v.object({
  households: v.number(),
  children: v.number(),
  visits: v.number(),
  late: v.number(),
  missed: v.number(),
  cancelled: v.number(),
  minutes: v.number(),
  totalFen: shape.fen,
  paidFen: shape.fen,
  dueFen: shape.fen,
  marketFen: shape.fen,
  savedFen: shape.fen,
})
