import * as v from 'valibot'
import { childHealth } from './child-health'
import { dayView } from './day-view'
import { doorState } from './door-state'
import { overrideView } from './override'
import { healthRules } from './health-rules'
import * as shape from './shapes'

/** One child of the day as the staff at the door need it. */
export const roomChild = v.object({
  ...doorState.entries,
  childId: shape.childId,
  name: v.string(),
  ageMonths: v.number(),
  allergies: v.string(),
  groupId: shape.groupId,
  span: shape.span,
  /** An adult stays with it. */
  accompanied: v.exactOptional(v.literal(true)),
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
  /** What the family owes, where it owes something. */
  owedFen: v.exactOptional(shape.fen),
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
    /** Pick-up passes of the day that a guardian has confirmed, and what became of them. */
    passes: v.array(
      v.object({
        id: shape.passId,
        bookingId: shape.bookingId,
        name: v.string(),
        confirmedAt: v.exactOptional(shape.instant),
        revokedAt: v.exactOptional(shape.instant),
      }),
    ),
    /** Children whom a carer wants to let go without ticket or pass, until a second one agrees. */
    overrides: v.array(overrideView),
    /** For carers only: what the morning check goes by, with and without network. */
    rules: v.exactOptional(healthRules),
    ticketKeys: v.record(v.string(), v.string()),
  }),
}
