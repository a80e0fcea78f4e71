import * as v from 'valibot'
import { absenceView } from './absences'
import { bookingView } from './booking-view'
import { finalBillView } from './final-bill-view'
import { childView } from './household-view'
import { language } from './notice-view'
import { messageView } from './message-view'
import { seriesView } from './series-view'
import { childHealth } from './child-health'
import { noteView } from './day-note'
import { medicine, morningCheck } from './record-check'
import { PARTS } from '../../../miniprogram/domain/crew'
import { OVERRIDE_REASONS } from '../../../miniprogram/domain/override'
import * as shape from './shapes'
import { hearing } from './show-reading'
import { volunteerView } from './volunteer-view'
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
    /** Health dates by child. */
    health: shape.mapBy(shape.childId, childHealth),
    checks: v.array(
      v.object({
        childId: shape.childId,
        date: shape.date,
        ...morningCheck,
        medicine: v.exactOptional(medicine),
        illness: v.exactOptional(v.string()),
        /** Until when the child was sent home. */
        returnOn: v.exactOptional(shape.date),
        by: v.string(),
      }),
    ),
    notes: v.array(v.object({ childId: shape.childId, date: shape.date, note: noteView })),
    incidents: v.array(
      v.object({
        date: shape.date,
        time: shape.time,
        place: v.string(),
        what: v.string(),
        action: v.string(),
        told: v.string(),
        by: v.string(),
      }),
    ),
    bookings: v.array(bookingView),
    series: v.array(seriesView),
    /** What the family asked for in draws that are not done. */
    draws: v.array(
      v.object({
        date: shape.date,
        childIds: v.array(shape.childId),
        span: shape.span,
        seenTotalFen: shape.fen,
        askedAt: shape.instant,
      }),
    ),
    /** Places that are kept while a guardian reads the bill. */
    hold: v.exactOptional(v.object({ date: shape.date, span: shape.span, until: shape.instant })),
    /** The booking that a family without seen papers may hold. */
    trial: v.exactOptional(v.object({ date: shape.date, until: shape.instant })),
    bills: v.array(finalBillView),
    /** The residents' free minutes that were taken, by booking. */
    free: v.array(v.object({ date: shape.date, minutes: v.number(), at: shape.instant })),
    /** What of the file ends, and when; and until when a guardian asked to keep it. */
    farewell: v.exactOptional(
      v.object({ why: v.picklist(['grown', 'away', 'unanswered']), on: shape.date }),
    ),
    keptUntil: v.exactOptional(shape.date),
    messages: v.array(messageView),
    /** The caller as one of the point's people, and the time that staff confirmed. */
    volunteers: v.array(
      v.object({
        ...volunteerView.entries,
        hours: v.array(
          v.object({
            date: shape.date,
            title: v.string(),
            part: v.picklist(PARTS),
            minutes: v.number(),
            why: v.exactOptional(v.string()),
            by: v.string(),
            at: shape.instant,
          }),
        ),
      }),
    ),
    /** What the caller wants of messages: the language, and how many of each template are still allowed. */
    wishes: v.object({
      language: v.exactOptional(language),
      allowed: v.record(v.string(), v.number()),
      /** How often the caller said no to each. */
      refused: v.record(v.string(), v.number()),
    }),
    /** Adults whom the family let fetch a child; who opened a pass is that person's own. */
    passes: v.array(
      v.object({
        name: v.string(),
        date: shape.date,
        createdAt: shape.instant,
        confirmedAt: v.exactOptional(shape.instant),
        revokedAt: v.exactOptional(shape.instant),
      }),
    ),
    /** Books at home now. */
    loans: v.array(
      v.object({
        title: v.string(),
        lentOn: shape.date,
        dueOn: shape.date,
        renewed: v.boolean(),
      }),
    ),
    /** What each child has heard read. */
    readings: v.array(
      v.object({
        childId: shape.childId,
        books: v.array(
          v.object({ title: v.string(), times: v.number(), lastOn: shape.date, where: hearing }),
        ),
      }),
    ),
    /** Children that went home without ticket or pass. */
    overrides: v.array(
      v.object({
        date: shape.date,
        who: v.string(),
        reason: v.picklist(OVERRIDE_REASONS),
        askedByName: v.string(),
        agreedByName: v.exactOptional(v.string()),
      }),
    ),
  }),
}
