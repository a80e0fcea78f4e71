import { dateOf, type Instant } from '../domain/time'
import { volunteerStateOf, type VolunteerFacts, type Vetting } from '../domain/volunteer'
import { STATE_TONES } from './volunteer-home'
import { hoursWord } from './when'
import { SKILL_WORDS, STATE_WORDS, TEAM_WORDS, certificateWords } from './words-volunteer'
import { adultInitial } from './initial'

export type ListedVolunteer = VolunteerFacts &
  Vetting & { readonly id: string; readonly minutes: number }

export interface VolunteerRow {
  readonly id: string
  readonly name: string
  readonly initial: string
  readonly line: string
  readonly certificate: string
  readonly year: string
  readonly state: string
  readonly tone: string
  readonly aria: string
}

export interface VolunteerListView {
  /** 8 位在册，2 位待审核 */
  readonly title: string
  readonly rows: readonly VolunteerRow[]
  /** The year's list in lines, to paste into a report. */
  readonly text: string
}

const ORDER = ['applied', 'expired', 'expiring', 'active', 'ended'] as const

/** Who wants something done comes first. */
export function volunteerListOf(
  volunteers: readonly ListedVolunteer[],
  now: Instant,
): VolunteerListView {
  const today = dateOf(now)
  const stated = volunteers
    .map((volunteer) => ({ volunteer, state: volunteerStateOf(volunteer, today) }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        b.volunteer.minutes - a.volunteer.minutes ||
        (a.volunteer.name < b.volunteer.name ? -1 : 1),
    )
  const counted = (states: readonly string[]) =>
    stated.filter(({ state }) => states.includes(state)).length
  const applied = counted(['applied'])
  const rows = stated.map(({ volunteer, state }): VolunteerRow => {
    const { id, name, team, skills, minutes, certificateUntil } = volunteer
    const line = [TEAM_WORDS[team], ...skills.map((skill) => SKILL_WORDS[skill])].join(' · ')
    const year = minutes > 0 ? `今年 ${hoursWord(minutes)}` : ''
    const certificate = state === 'applied' ? '' : certificateWords(certificateUntil)
    return {
      id,
      name,
      initial: adultInitial(name),
      line,
      certificate,
      year,
      state: STATE_WORDS[state],
      tone: STATE_TONES[state],
      aria: [name, STATE_WORDS[state], line, certificate, year].filter(Boolean).join('，'),
    }
  })
  const served = volunteers.filter(({ minutes }) => minutes > 0)
  const lines = [...served]
    .sort((a, b) => b.minutes - a.minutes)
    .map(({ name, team, minutes }) => `${name}（${TEAM_WORDS[team]}）${hoursWord(minutes)}`)
  return {
    title: `${counted(['active', 'expiring', 'expired'])} 位在册${applied > 0 ? `，${applied} 位待审核` : ''}`,
    rows,
    text: lines.length > 0 ? `${today.slice(0, 4)} 年已确认的服务时数\n${lines.join('\n')}` : '',
  }
}
