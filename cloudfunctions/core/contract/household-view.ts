import * as v from 'valibot'
import { childHealth } from './child-health'
import * as shape from './shapes'

export const childView = v.object({
  id: shape.childId,
  name: v.string(),
  birthDate: shape.date,
  allergies: v.string(),
})
export type ChildView = v.InferOutput<typeof childView>

/** A family as its own guardians see it. */
export const householdView = v.object({
  id: shape.householdId,
  siteId: shape.siteId,
  guardians: v.array(v.object({ name: v.string(), phone: v.string() })),
  children: v.array(childView),
  papersSeen: v.boolean(),
  /** Minutes booked of the weekly share, by the week's Monday. */
  shareTaken: shape.mapBy(shape.date, v.number()),
  /** What the family's bills still want. */
  owedFen: shape.fen,
  /** Free minutes taken, by month. */
  freeUsed: shape.mapBy(shape.month, v.number()),
  /** Health dates by child; a child without any is missing. */
  health: shape.mapBy(shape.childId, childHealth),
  /** What will go by itself, and when. */
  farewell: v.exactOptional(
    v.object({
      why: v.picklist(['grown', 'away', 'unanswered']),
      childIds: v.array(shape.childId),
      whole: v.boolean(),
      on: shape.date,
    }),
  ),
  /** The family asked to keep its file for longer. */
  keptUntil: v.exactOptional(shape.date),
})
export type HouseholdView = v.InferOutput<typeof householdView>
