import * as v from 'valibot'
import { absenceView } from './absences'
import { bookingView } from './booking-view'
import { finalBillView } from './final-bill-view'
import { childView } from './household-view'
import { messageView } from './message-view'
import { seriesView } from './series-view'
import * as shape from './shapes'
import { waitView } from './wait-for-place'

/** Everything stored about the caller's family (PIPL art. 45). */
export const exportMyData = {
  input: shape.nothing,
  output: v.object({
    at: shape.instant,
    guardians: v.array(
      v.object({
        name: v.string(),
        phone: v.string(),
        consents: v.array(v.object({ notice: v.string(), version: v.string(), at: shape.instant })),
      }),
    ),
    /** When staff saw the family's papers, and who; absent until then. */
    papers: v.exactOptional(v.object({ at: shape.instant, by: v.string() })),
    children: v.array(childView),
    waits: v.array(waitView),
    absences: v.array(absenceView),
    bookings: v.array(bookingView),
    series: v.array(seriesView),
    bills: v.array(finalBillView),
    messages: v.array(messageView),
  }),
}
