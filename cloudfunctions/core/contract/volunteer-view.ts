import * as v from 'valibot'
import { LANGUAGES } from '../../../miniprogram/domain/book'
import { HALF_DAYS, SKILLS, TEAMS } from '../../../miniprogram/domain/volunteer'
import * as shape from './shapes'

/** What a person says of themselves. */
export const volunteerFacts = {
  name: shape.typed(10),
  team: v.picklist(TEAMS),
  skills: v.pipe(shape.list(v.picklist(SKILLS), SKILLS.length), v.minLength(1, 'missing')),
  languages: v.pipe(shape.list(v.picklist(LANGUAGES), LANGUAGES.length), v.minLength(1, 'missing')),
  availability: v.pipe(
    shape.list(v.picklist(HALF_DAYS), HALF_DAYS.length),
    v.minLength(1, 'missing'),
  ),
}

/** As the person and the desk see it; the account stays inside. */
export const volunteerView = v.object({
  id: shape.volunteerId,
  siteId: shape.siteId,
  name: v.string(),
  team: v.picklist(TEAMS),
  skills: v.array(v.picklist(SKILLS)),
  languages: v.array(v.picklist(LANGUAGES)),
  availability: v.array(v.picklist(HALF_DAYS)),
  appliedAt: shape.instant,
  vettedOn: v.exactOptional(shape.date),
  certificateUntil: v.exactOptional(shape.date),
  trainings: v.array(v.object({ date: shape.date, what: v.string() })),
  endedOn: v.exactOptional(shape.date),
  rev: v.number(),
})

export const assignmentProblem = v.variant('why', [
  v.object({ why: v.literal('not_vetted') }),
  v.object({ why: v.literal('ended') }),
  v.object({ why: v.literal('certificate'), until: v.exactOptional(shape.date) }),
  v.object({ why: v.literal('skill'), anyOf: v.array(v.picklist(SKILLS)) }),
  v.object({ why: v.literal('language'), language: v.picklist(LANGUAGES) }),
  v.object({ why: v.literal('clash'), title: v.string(), span: shape.span }),
  v.object({ why: v.literal('not_available') }),
])
