import * as v from 'valibot'
import { bookingState } from './booking-view'
import { childHealth } from './child-health'
import { dayView } from './day-view'
import * as shape from './shapes'

/** One child of the day as the staff at the door need it. */
export const roomChild = v.object({
  bookingId: shape.bookingId,
  childId: shape.childId,
  name: v.string(),
  ageMonths: v.number(),
  allergies: v.string(),
  groupId: shape.groupId,
  span: shape.span,
  state: bookingState,
  inAt: v.exactOptional(shape.instant),
  outAt: v.exactOptional(shape.instant),
  guardians: v.array(v.object({ name: v.string(), phone: v.string() })),
  /** Staff have seen the family's papers. */
  papersSeen: v.boolean(),
  /** For carers only: dates that the door minds. */
  health: v.exactOptional(childHealth),
  /** For carers only: how today's morning check ended; absent until it is done. */
  check: v.exactOptional(v.picklist(['stays', 'goes_home'])),
  /** For carers only: an exposure notice waits to be looked at. */
  exposure: v.exactOptional(v.picklist(['due', 'sent'])),
  householdId: shape.householdId,
})
export type RoomChild = v.InferOutput<typeof roomChild>

/** The room today, for staff: who is expected, here and gone, and the keys that check tickets. */
export const showRoom = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    day: v.exactOptional(dayView),
    children: v.array(roomChild),
    /** Carers by their own scan, now in the room; absent while nobody has scanned today. */
    onDuty: v.exactOptional(
      v.array(v.object({ name: v.string(), groupId: shape.groupId, inAt: shape.instant })),
    ),
    ticketKeys: v.record(v.string(), v.string()),
  }),
}
