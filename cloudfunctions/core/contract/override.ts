import * as v from 'valibot'
import { OVERRIDE_REASONS } from '../../../miniprogram/domain/override'
import { doorState } from './door-state'
import * as shape from './shapes'

export const overrideView = v.object({
  id: shape.overrideId,
  bookingId: shape.bookingId,
  who: v.string(),
  reason: v.picklist(OVERRIDE_REASONS),
  askedByName: v.string(),
  /** Asked by the caller, who waits for somebody else. */
  mine: v.boolean(),
})

/** Asks a second carer to let a child go home without ticket or pass. */
export const askOverride = {
  input: v.strictObject({
    siteId: shape.siteId,
    bookingId: shape.bookingId,
    who: shape.typed(20),
    reason: v.picklist(OVERRIDE_REASONS),
    attempt: shape.attempt,
  }),
  output: v.object({ override: overrideView }),
}

/** The second carer agrees, and the child goes home. */
export const agreeOverride = {
  input: v.strictObject({ siteId: shape.siteId, overrideId: shape.overrideId }),
  output: doorState,
}
