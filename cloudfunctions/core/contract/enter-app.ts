import * as v from 'valibot'
import { bookingView } from './booking-view'
import { dayView } from './day-view'
import { householdView } from './household-view'
import { noticeAddition } from './renew-consent'
import * as shape from './shapes'
import { sessionView } from './session-view'
import { tariffView } from './tariff-view'
import { waitView } from './wait-for-place'

/** Everything that the home page needs, in one call. */
export const enterApp = {
  input: v.strictObject({ siteId: v.optional(shape.siteId) }),
  output: v.object({
    now: shape.instant,
    site: v.object({
      id: shape.siteId,
      name: v.string(),
      address: v.string(),
      phone: v.string(),
      operator: v.string(),
      places: v.number(),
      templates: v.record(v.string(), v.string()),
      /** What the site adds to the notices in words of its own. */
      notices: v.exactOptional(
        v.object({
          guardian: v.exactOptional(noticeAddition),
          children: v.exactOptional(noticeAddition),
        }),
      ),
    }),
    tariff: tariffView,
    me: v.object({
      /** How staff call this person; absent for a newcomer. */
      name: v.exactOptional(v.string()),
      roles: v.array(v.picklist(['carer', 'lead', 'operator', 'community', 'volunteer'])),
      unread: v.number(),
      /** Notices that the guardian has not agreed to in the version in force. */
      consentsDue: v.array(v.picklist(['guardian', 'children'])),
    }),
    /** Absent until registered. */
    household: v.exactOptional(householdView),
    /** Today at the point; absent when the day is not planned. */
    today: v.exactOptional(dayView),
    /** Bookings that are still to come or going on, the next first. */
    next: v.array(bookingView),
    /** What the family waits for, and what is kept for it; the next day first. */
    waits: v.array(waitView),
    /** This week's sessions from now on. */
    sessions: v.array(sessionView),
  }),
}
