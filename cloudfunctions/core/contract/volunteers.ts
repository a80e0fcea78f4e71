import * as v from 'valibot'
import { PARTS } from '../../../miniprogram/domain/crew'
import { SESSION_SERVICES } from '../../../miniprogram/domain/session'
import { LANGUAGES } from '../../../miniprogram/domain/book'
import * as shape from './shapes'
import { assignmentProblem, volunteerFacts, volunteerView } from './volunteer-view'

/** Applies, or corrects what the person said of themselves; `rev` 0 applies. */
export const saveVolunteer = {
  input: v.strictObject({
    siteId: shape.siteId,
    rev: v.number(),
    ...volunteerFacts,
    /** The person has read what is kept of them. */
    agreed: v.literal(true, 'missing'),
  }),
  output: v.object({ volunteer: volunteerView }),
}

const spot = v.object({ open: v.number(), problems: v.array(assignmentProblem) })

/** The caller as one of the point's people, and the sessions ahead with their spots. */
export const showVolunteer = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    /** Absent: has not applied. */
    volunteer: v.exactOptional(volunteerView),
    sessions: v.array(
      v.object({
        id: shape.sessionId,
        date: shape.date,
        span: shape.span,
        service: v.picklist(SESSION_SERVICES),
        title: v.string(),
        language: v.picklist(LANGUAGES),
        /** Empty while somebody is looked for. */
        leader: v.string(),
        helpers: v.array(v.string()),
        mine: v.exactOptional(v.picklist(PARTS)),
        offered: v.boolean(),
        lead: spot,
        help: spot,
      }),
    ),
    /** Confirmed this year. */
    minutes: v.number(),
  }),
}

/** Confirmed time of a year, by session. */
export const showService = {
  input: v.strictObject({
    siteId: shape.siteId,
    year: v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2100)),
  }),
  output: v.object({
    now: shape.instant,
    name: v.string(),
    team: v.picklist(['mother', 'volunteer']),
    site: v.string(),
    minutes: v.number(),
    served: v.array(
      v.object({
        sessionId: shape.sessionId,
        date: shape.date,
        title: v.string(),
        part: v.picklist(PARTS),
        minutes: v.number(),
      }),
    ),
  }),
}

/** Everybody with dates and this year's confirmed time; for the desk alone. */
export const listVolunteers = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    volunteers: v.array(v.object({ ...volunteerView.entries, minutes: v.number() })),
  }),
}

/** What the point found: dates, training, or that the person no longer takes part. */
export const vetVolunteer = {
  input: v.strictObject({
    siteId: shape.siteId,
    volunteerId: shape.volunteerId,
    rev: v.number(),
    vettedOn: v.exactOptional(shape.date),
    certificateUntil: v.exactOptional(shape.date),
    trainings: shape.list(v.strictObject({ date: shape.date, what: shape.typed(20) }), 30),
    ended: v.boolean(),
  }),
  output: v.object({ volunteer: volunteerView }),
}
