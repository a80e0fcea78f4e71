import type { Language } from '../domain/book'
import type { Part } from '../domain/crew'
import type { SessionService } from '../domain/session'
import type { Span } from '../domain/span'
import { dateOf, type Instant, type LocalDate } from '../domain/time'
import {
  volunteerStateOf,
  type AssignmentProblem,
  type VolunteerFacts,
  type VolunteerState,
  type Vetting,
} from '../domain/volunteer'
import { dayWord, hoursWord, monthDay, spanWords } from './when'
import { LANGUAGE_WORDS, LEADER_WANTED, SERVICE_WORDS } from './words-session'
import { STATE_WORDS, TEAM_WORDS, certificateWords, problemWords } from './words-volunteer'
import { adultInitial } from './initial'

interface Spot {
  readonly open: number
  readonly problems: readonly AssignmentProblem[]
}

/** What `showVolunteer` answers. */
export interface VolunteerAnswer {
  readonly now: Instant
  readonly volunteer?: VolunteerFacts & Vetting
  readonly sessions: readonly CrewSession[]
  readonly minutes: number
}

interface CrewSession {
  readonly id: string
  readonly date: LocalDate
  readonly span: Span
  readonly service: SessionService
  readonly title: string
  readonly language: Language
  readonly leader: string
  readonly helpers: readonly string[]
  readonly mine?: Part
  readonly offered: boolean
  readonly lead: Spot
  readonly help: Spot
}

export interface VolunteerHome {
  readonly name: string
  readonly initial: string
  readonly team: string
  readonly state: { readonly words: string; readonly tone: string }
  /** What the person has to do or know; empty when nothing. */
  readonly note: string
  readonly certificate: string
  readonly year: string
  readonly duties: readonly DutyCard[]
  readonly open: readonly DutyCard[]
}

export interface DutyCard {
  readonly id: string
  readonly title: string
  readonly day: string
  readonly time: string
  readonly when: string
  readonly what: string
  readonly who: string
  /** 我带领, 我帮忙; empty in an open session. */
  readonly part: string
  readonly offered: boolean
  readonly takes: readonly { readonly part: Part; readonly label: string }[]
  /** Why there is nothing to tap; empty when there is. */
  readonly why: string
}

export const STATE_TONES: Readonly<Record<VolunteerState, string>> = {
  applied: 'chip-sun',
  active: 'chip-leaf',
  expiring: 'chip-sun',
  expired: 'chip-coral',
  ended: '',
}

const NOTES: Readonly<Record<VolunteerState, string>> = {
  applied: '社区看过您和健康证之后，就可以报名了。请带上健康证到社区办一次。',
  active: '',
  expiring: '健康证快到期了，请换新后交给社区，到期之后的场次要等新证登记了才能报。',
  expired: '健康证过期了，请换新后交给社区。在那之前不能带活动。',
  ended: '您已经退出。想再来，请联系社区。',
}

const PART_WORDS: Readonly<Record<Part, string>> = { lead: '我带领', help: '我帮忙' }
const TAKE_WORDS: Readonly<Record<Part, string>> = { lead: '我来带', help: '我来帮忙' }

/** Null for somebody who has not applied. */
export function volunteerHomeOf(answer: VolunteerAnswer): VolunteerHome | null {
  const { now, volunteer, sessions, minutes } = answer
  if (!volunteer) return null
  const today = dateOf(now)
  const state = volunteerStateOf(volunteer, today)
  const cards = sessions.map((session) => dutyCardOf(session, today))
  const open = cards.filter(
    ({ part, takes, why }) => part === '' && (takes.length > 0 || why !== ''),
  )
  return {
    name: volunteer.name,
    initial: adultInitial(volunteer.name),
    team: TEAM_WORDS[volunteer.team],
    state: { words: STATE_WORDS[state], tone: STATE_TONES[state] },
    note: NOTES[state],
    certificate: certificateWords(volunteer.certificateUntil),
    year: hoursWord(minutes),
    duties: cards.filter(({ part }) => part !== ''),
    open: [...open].sort((a, b) => Number(a.why !== '') - Number(b.why !== '')),
  }
}

/** 阿May带领; whoever cannot come leads until somebody takes it over. */
function ledWords(leader: string, isOpen: boolean): string {
  if (leader === '') return LEADER_WANTED
  return isOpen ? `${leader}来不了，在找人换` : `${leader}带领`
}

function dutyCardOf(session: CrewSession, today: LocalDate): DutyCard {
  const { id, date, span, service, title, language, leader, helpers, mine, offered } = session
  const free = (['lead', 'help'] as const).filter((part) => session[part].open > 0)
  const takes = mine ? [] : free.filter((part) => session[part].problems.length === 0)
  const [first] = free
  const problems = !mine && takes.length === 0 && first ? session[first].problems : []
  const led = ledWords(leader, session.lead.open > 0)
  const day = `${dayWord(date, today)} ${monthDay(date)}`
  const time = spanWords(span)
  return {
    id,
    title,
    day,
    time,
    when: `${day} ${time}`,
    what: `${SERVICE_WORDS[service]} · ${LANGUAGE_WORDS[language]}`,
    who: [led, ...(helpers.length > 0 ? [`${helpers.join('、')}帮忙`] : [])].join(' · '),
    part: mine ? PART_WORDS[mine] : '',
    offered,
    takes: takes.map((part) => ({ part, label: TAKE_WORDS[part] })),
    why: problems.map(problemWords).join('；'),
  }
}
