import * as v from 'valibot'
import { UNDO_REASONS } from '../../../miniprogram/domain/attendance'
import type { Refusal } from '../../../miniprogram/domain/refusal'
import { code } from './scan-ticket'
import * as shape from './shapes'

const happened = { nonce: shape.attempt, at: shape.instant }

/** What a phone did without network, as it kept it. */
export const keptAct = v.variant('act', [
  v.strictObject({ ...happened, act: v.literal('in'), code }),
  v.strictObject({ ...happened, act: v.literal('out'), code }),
  v.strictObject({ ...happened, act: v.literal('listed'), bookingId: shape.bookingId }),
  v.strictObject({ ...happened, act: v.literal('stopped'), bookingId: shape.bookingId }),
  v.strictObject({
    ...happened,
    act: v.literal('undo'),
    bookingId: shape.bookingId,
    undoes: shape.attempt,
    reason: v.picklist(UNDO_REASONS),
  }),
])

export const MOST_KEPT = 60

/**
 * Tells what happened at the door while a phone had no network, in order. It has happened, so it is written down
 * wherever that is possible, each nonce once; where it did not fit, `refusal` says why and somebody has to look.
 */
export const syncDoor = {
  input: v.strictObject({
    siteId: shape.siteId,
    /** The phone's clock when it sent this: a clock that is wrong is found out, and put right. */
    sentAt: shape.instant,
    acts: shape.list(keptAct, MOST_KEPT),
  }),
  output: v.object({
    told: v.array(
      v.object({
        nonce: v.string(),
        bookingId: v.exactOptional(shape.bookingId),
        refusal: v.exactOptional(v.custom<Refusal>(() => true)),
      }),
    ),
  }),
}
