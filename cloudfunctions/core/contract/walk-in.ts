import * as v from 'valibot'
import type { Refusal } from '../../../miniprogram/domain/refusal'
import { bookingView } from './booking-view'
import * as shape from './shapes'

/** Families of the site, by a part of a name or the end of a phone number: only for who is at the door. */
export const findFamilies = {
  input: v.strictObject({ siteId: shape.siteId, typed: shape.typed(20) }),
  output: v.object({
    children: v.array(
      v.object({
        childId: shape.childId,
        householdId: shape.householdId,
        name: v.string(),
        ageMonths: v.number(),
        guardians: v.array(v.object({ name: v.string(), phone: v.string() })),
        papersSeen: v.boolean(),
      }),
    ),
  }),
}

/** What a registered child at the door could still get today, and what it costs. */
export const planWalkIn = {
  input: v.strictObject({ siteId: shape.siteId, childId: shape.childId }),
  output: v.object({
    options: v.array(v.object({ span: shape.span, totalFen: shape.fen })),
    /** Why there is nothing, or nothing longer. */
    refusal: v.exactOptional(v.custom<Refusal>(() => true)),
  }),
}

/** Staff book for a registered family that stands at the door, from the half hour that has begun. */
export const bookWalkIn = {
  input: v.strictObject({
    siteId: shape.siteId,
    childId: shape.childId,
    span: shape.span,
    attempt: shape.attempt,
    seenTotalFen: shape.fen,
  }),
  output: v.object({ booking: bookingView }),
}
