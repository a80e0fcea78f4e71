import * as v from 'valibot'
import { careAsk } from './quote-care'
import * as shape from './shapes'

/** A draw as everybody may see it: numbers that name nobody, and the seed once it is closed. */
export const drawView = v.object({
  id: shape.drawId,
  date: shape.date,
  tranche: v.number(),
  from: shape.instant,
  closesAt: shape.instant,
  commitment: v.string(),
  state: v.picklist(['open', 'drawn', 'done']),
  requestIds: v.array(shape.requestId),
  seed: v.exactOptional(v.string()),
  order: v.exactOptional(v.array(shape.requestId)),
  results: shape.mapBy(shape.requestId, shape.drawResult),
})

/** The caller's family in it; what it asked for is forgotten once the draw is done. */
const mine = v.object({
  requestId: shape.requestId,
  childIds: v.exactOptional(v.array(shape.childId)),
  span: v.exactOptional(shape.span),
})

const output = v.object({
  now: shape.instant,
  /** The day's draw that is next, else its last; absent where the day has none. */
  draw: v.exactOptional(drawView),
  mine: v.exactOptional(mine),
})

export const showDraw = {
  input: v.strictObject({ householdId: shape.householdId, date: shape.date }),
  output,
}

/** Puts the family's request into the day's next draw; asked again it replaces the one before. */
export const joinDraw = {
  input: v.strictObject({
    ...careAsk,
    /** What the booking will cost: a draw that would book at another price does not. */
    seenTotalFen: shape.fen,
    accepted: shape.list(shape.template, 3),
  }),
  output,
}

export const leaveDraw = {
  input: v.strictObject({ householdId: shape.householdId, date: shape.date }),
  output,
}
