import * as v from 'valibot'
import { bookedSession } from './booking-view'
import * as shape from './shapes'

/** What a family waits for on one day, and what it has been offered. */
export const waitView = v.object({
  id: shape.waitId,
  date: shape.date,
  childIds: v.array(shape.childId),
  within: shape.span,
  minutes: v.number(),
  askedAt: shape.instant,
  /** The session that it is a place in; absent for care. */
  session: v.exactOptional(bookedSession),
  /** Families before this one. */
  ahead: v.number(),
  /** Kept until then; absent while there is nothing. */
  offer: v.exactOptional(v.object({ span: shape.span, until: shape.instant })),
})
export type WaitView = v.InferOutput<typeof waitView>

/** "Any two hours on Thursday between 9 and 12": one asking a family and day. */
export const waitForPlace = {
  input: v.strictObject({
    siteId: shape.siteId,
    date: shape.date,
    childIds: v.pipe(shape.list(shape.childId, 5), v.minLength(1, 'missing')),
    within: shape.span,
    minutes: v.pipe(
      v.number(),
      v.safeInteger(),
      v.multipleOf(30),
      v.minValue(60),
      v.maxValue(24 * 60),
    ),
    attempt: shape.attempt,
  }),
  output: v.object({ wait: waitView }),
}

/** Leaves the list; an offer that stands goes to the next family. */
export const stopWaiting = {
  input: v.strictObject({
    householdId: shape.householdId,
    siteId: shape.siteId,
    date: shape.date,
    /** The session that the family waits for; absent for care. */
    sessionId: v.exactOptional(shape.sessionId),
  }),
  output: v.object({ left: v.boolean() }),
}
