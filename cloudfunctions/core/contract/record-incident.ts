import * as v from 'valibot'
import * as shape from './shapes'

const incident = v.object({
  id: v.string(),
  date: shape.date,
  time: shape.time,
  place: v.string(),
  children: v.array(v.string()),
  what: v.string(),
  action: v.string(),
  told: v.string(),
  by: v.string(),
  recordedAt: shape.instant,
  videoKept: v.exactOptional(v.object({ by: v.string(), at: shape.instant })),
})

/** What happened, where, what was done, who was told. The same attempt again records nothing twice. */
export const recordIncident = {
  input: v.strictObject({
    siteId: shape.siteId,
    attempt: shape.attempt,
    bookingIds: v.pipe(shape.list(shape.bookingId, 10), v.minLength(1, 'missing')),
    time: shape.time,
    place: shape.typed(20),
    what: shape.typed(200),
    action: shape.typed(200),
    told: shape.typed(60),
  }),
  output: v.object({ id: v.string() }),
}

/** The site's incidents, the latest first, at most a hundred. */
export const listIncidents = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({ now: shape.instant, incidents: v.array(incident) }),
}

/** Somebody has made sure that the recording of that time is not overwritten. */
export const keepVideo = {
  input: v.strictObject({ siteId: shape.siteId, incidentId: shape.anyId }),
  output: v.object({ by: v.string(), at: shape.instant }),
}
