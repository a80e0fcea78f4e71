import * as v from 'valibot'
import { PARTS } from '../../../miniprogram/domain/crew'
import { MOST_MINUTES, QUARTER } from '../../../miniprogram/domain/service-hours'
import { LEADER_ROLES } from '../../../miniprogram/domain/session'
import { sessionView } from './session-view'
import * as shape from './shapes'
import { volunteerView } from './volunteer-view'

const part = v.picklist(PARTS)

/** Takes an open spot, or one that somebody offers. */
export const signUp = {
  input: v.strictObject({ siteId: shape.siteId, sessionId: shape.sessionId, part }),
  output: v.object({}),
}

/** Offers the caller's own spot to the others, or keeps it after all. */
export const offerSpot = {
  input: v.strictObject({ siteId: shape.siteId, sessionId: shape.sessionId, offered: v.boolean() }),
  output: v.object({}),
}

/** The desk puts a person into a spot, takes one out, or says how many helpers are wanted. */
export const changeCrew = {
  input: v.strictObject({
    siteId: shape.siteId,
    sessionId: shape.sessionId,
    change: v.variant('to', [
      v.strictObject({ to: v.literal('put'), part, volunteerId: shape.volunteerId }),
      v.strictObject({ to: v.literal('remove'), volunteerId: shape.volunteerId }),
      v.strictObject({ to: v.literal('open') }),
      v.strictObject({
        to: v.literal('want'),
        helpers: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
      }),
    ]),
  }),
  output: v.object({}),
}

/** Two weeks back and all that is planned: who leads, who helps, what is confirmed. */
export const listCrews = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    sessions: v.array(
      v.object({
        ...v.omit(sessionView, ['leader', 'priceFen']).entries,
        leader: v.object({
          personId: v.exactOptional(shape.volunteerId),
          name: v.string(),
          role: v.picklist(LEADER_ROLES),
          offered: v.exactOptional(v.literal(true)),
        }),
        helpers: v.exactOptional(
          v.array(
            v.object({
              personId: shape.volunteerId,
              name: v.string(),
              offered: v.exactOptional(v.literal(true)),
            }),
          ),
        ),
        helpersWanted: v.exactOptional(v.number()),
      }),
    ),
    volunteers: v.array(volunteerView),
    /** What stands, by session and person. */
    hours: v.array(
      v.object({
        sessionId: shape.sessionId,
        volunteerId: shape.volunteerId,
        minutes: v.number(),
        entries: v.number(),
      }),
    ),
  }),
}

/** After a session: so many minutes stand. A correction says why. */
export const confirmHours = {
  input: v.strictObject({
    siteId: shape.siteId,
    sessionId: shape.sessionId,
    volunteerId: shape.volunteerId,
    seenMinutes: v.number(),
    minutes: v.pipe(v.number(), v.multipleOf(QUARTER), v.minValue(0), v.maxValue(MOST_MINUTES)),
    why: shape.optionalText(30),
  }),
  output: v.object({ minutes: v.number() }),
}
