import * as v from 'valibot'
import { quote } from './booking-view'
import * as shape from './shapes'

export const careAsk = {
  childIds: v.pipe(shape.list(shape.childId, 5), v.minLength(1, 'missing')),
  siteId: shape.siteId,
  date: shape.date,
  span: shape.span,
}

/** A bill, one quote for each child, with what cancelling would cost. */
export const careQuotes = {
  quotes: v.array(v.object({ childId: shape.childId, groupId: shape.groupId, quote })),
  totalFen: shape.fen,
  /** What cancelling one of them costs until each moment; the last has no end. */
  cancelCosts: v.array(v.object({ until: v.exactOptional(shape.instant), fen: shape.fen })),
}

/** The bill before booking, one quote for each child, decided by the same rules as the booking. */
export const quoteCare = {
  input: v.strictObject(careAsk),
  output: v.object(careQuotes),
}
