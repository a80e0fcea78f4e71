import { partOf, type Part } from './crew'
import { accept, refuse, type Result } from './result'
import type { Session } from './session'
import { overlaps } from './span'
import { SKILLS_FOR, halfDaysOf, type AssignmentProblem, type Volunteer } from './volunteer'

export interface Assignment {
  readonly session: Pick<Session, 'id' | 'date' | 'span' | 'service' | 'language'>
  readonly part: Part
  /** All sessions of that week. */
  readonly others: readonly Session[]
}

/**
 * Whether a person may lead or help: vetted, a health certificate that is good on the session's own day, free and
 * available at its time. Who leads also has the skill and speaks the session's language. All reasons, not the first.
 */
export function assignmentProblemsOf(
  volunteer: Volunteer,
  { session, part, others }: Assignment,
): AssignmentProblem[] {
  const { vettedOn, endedOn, certificateUntil: until, skills, languages, availability } = volunteer
  const { id, date, span, service, language } = session
  const clash = others.find(
    (other) =>
      other.id !== id &&
      other.date === date &&
      other.cancelled === undefined &&
      overlaps(other.span, span) &&
      partOf(other, volunteer.id) !== undefined,
  )
  const anyOf = SKILLS_FOR[service]
  const lacksSkill = part === 'lead' && !anyOf.some((skill) => skills.includes(skill))
  const lacksLanguage = part === 'lead' && !languages.includes(language)
  const isAway = halfDaysOf(date, span).some((half) => !availability.includes(half))
  const isPapered = until !== undefined && date <= until
  return [
    ...(vettedOn === undefined ? [{ why: 'not_vetted' } as const] : []),
    ...(endedOn === undefined ? [] : [{ why: 'ended' } as const]),
    ...(isPapered ? [] : [{ why: 'certificate' as const, ...(until ? { until } : {}) }]),
    ...(lacksSkill ? [{ why: 'skill', anyOf } as const] : []),
    ...(lacksLanguage ? [{ why: 'language', language } as const] : []),
    ...(clash ? [{ why: 'clash', title: clash.title, span: clash.span } as const] : []),
    ...(isAway ? [{ why: 'not_available' } as const] : []),
  ]
}

export function decideAssignment(volunteer: Volunteer, assignment: Assignment): Result<Volunteer> {
  const problems = assignmentProblemsOf(volunteer, assignment)
  return problems.length === 0
    ? accept(volunteer)
    : refuse({ code: 'not_assignable', name: volunteer.name, problems })
}
