import * as v from 'valibot'
import * as shape from './shapes'
import { seatsView, sessionView } from './session-view'

/** The sessions of the days that are open for booking, from today. */
export const showProgramme = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    sessions: v.array(v.object({ ...sessionView.entries, ...seatsView })),
    /** The books that they name. */
    books: shape.namedBooks,
  }),
}
