import * as v from 'valibot'
import { UNDO_REASONS } from '../../../miniprogram/domain/attendance'
import { doorState } from './door-state'
import * as shape from './shapes'

/** Takes back the last thing that was written down for a child today. */
export const undoScan = {
  input: v.strictObject({
    siteId: shape.siteId,
    bookingId: shape.bookingId,
    undoes: shape.attempt,
    reason: v.picklist(UNDO_REASONS),
    nonce: shape.attempt,
  }),
  output: doorState,
}
