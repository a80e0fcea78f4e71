import * as v from 'valibot'
import { bookingState } from './booking-view'
import * as shape from './shapes'

/** Where a child is once something happened at the door. Who it is, the phone knows already. */
export const doorState = v.object({
  bookingId: shape.bookingId,
  state: bookingState,
  inAt: v.exactOptional(shape.instant),
  outAt: v.exactOptional(shape.instant),
  /** The record that can be undone. */
  lastAct: v.exactOptional(v.string()),
})
export type DoorStateView = v.InferOutput<typeof doorState>
