import * as v from 'valibot'
import { bookingView } from './booking-view'
import { finalBillView } from './final-bill-view'
import { noteView } from './day-note'
import { morningCheck } from './record-check'
import * as shape from './shapes'
import { tariffView } from './tariff-view'

export const showBooking = {
  input: v.strictObject({ bookingId: shape.bookingId }),
  output: v.object({
    now: shape.instant,
    booking: bookingView,
    childName: v.string(),
    groupName: v.string(),
    /** The signed text of the QR; absent once cancelled or gone. */
    ticket: v.exactOptional(v.string()),
    /** What cancelling now costs; absent when it cannot be cancelled any more. */
    cancelFeeFen: v.exactOptional(shape.fen),
    freeCancelUntil: shape.instant,
    /** The tariff that the booking was made with: what shortening would cost. */
    tariff: tariffView,
    /** What it came to; absent until the child is home or the day is over. */
    bill: v.exactOptional(finalBillView),
    /** What a carer wrote of the day; absent until then. */
    note: v.exactOptional(noteView),
    /** That day's morning check; absent until it is done. */
    check: v.exactOptional(
      v.object({ ...morningCheck, at: shape.instant, illness: v.exactOptional(v.string()) }),
    ),
  }),
}
