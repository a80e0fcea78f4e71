import { isLeadOpen, isOpenForCrew, openSpotsOf, partOf, type Part } from '../domain/crew'
import { assignmentProblemsOf } from '../domain/decide-assignment'
import { MOST_MINUTES, QUARTER } from '../domain/service-hours'
import type { Session } from '../domain/session'
import { spanMinutes } from '../domain/span'
import { dateOf, instantOf, type Instant, type LocalDate } from '../domain/time'
import type { Volunteer } from '../domain/volunteer'
import { dateWords, dayWord, hoursWord, spanWords } from './when'
import { LEADER_WANTED, LEADER_WORDS, SERVICE_WORDS } from './words-session'
import { problemWords } from './words-volunteer'

type CrewVolunteer = Omit<Volunteer, 'openid'>

/** What `listCrews` answers. */
export interface Crews {
  readonly now: Instant
  readonly sessions: readonly Session[]
  readonly volunteers: readonly CrewVolunteer[]
  readonly hours: readonly StandingHours[]
}

interface StandingHours {
  readonly sessionId: string
  readonly volunteerId: string
  readonly minutes: number
  readonly entries: number
}

export interface CrewRow {
  readonly id: string
  readonly title: string
  readonly when: string
  readonly leader: string
  readonly wanting: boolean
  readonly helpers: string
  readonly aria: string
}

/** Somebody whose time is to be confirmed, or was. */
export interface HoursRow {
  readonly key: string
  readonly sessionId: string
  readonly volunteerId: string
  readonly name: string
  readonly title: string
  readonly day: string
  readonly time: string
  readonly when: string
  /** 待确认, or ✓ 0.5 小时. */
  readonly state: string
  readonly confirmed: boolean
  /** What stands; what the form begins with. */
  readonly seenMinutes: number
  readonly minutes: number
}

export interface CrewListView {
  readonly days: readonly {
    readonly date: string
    readonly label: string
    readonly rows: readonly CrewRow[]
  }[]
  readonly hours: readonly HoursRow[]
  /** 3 场还在找带领人, or empty. */
  readonly wanted: string
  /** How many wait for confirmation. */
  readonly due: number
}

export function crewListOf(crews: Crews): CrewListView {
  const { now, sessions } = crews
  const ahead = sessions.filter((session) => isOpenForCrew(session, now))
  const dates = [...new Set(ahead.map(({ date }) => date))]
  const open = ahead.filter(isLeadOpen).length
  const hours = hoursRowsOf(crews)
  return {
    days: dates.map((date) => ({
      date,
      label: labelOf(date, dateOf(now)),
      rows: ahead.filter((session) => session.date === date).map(crewRowOf),
    })),
    hours,
    wanted: open > 0 ? `${open} 场还在找带领人` : '',
    due: hours.filter(({ confirmed }) => !confirmed).length,
  }
}

function labelOf(date: LocalDate, today: LocalDate): string {
  const day = dayWord(date, today)
  return day.startsWith('周') ? dateWords(date) : `${day} ${dateWords(date)}`
}

function crewRowOf(session: Session): CrewRow {
  const { id, title, span, service, leader, helpers = [], helpersWanted = 0 } = session
  const wanting = isLeadOpen(session)
  const role = leader.role === 'carer' ? '' : ` · ${LEADER_WORDS[leader.role]}`
  const offer = leader.offered ? '（找人换）' : ''
  const led = wanting ? LEADER_WANTED : `${leader.name}${role}${offer}`
  const names = helpers.map(({ name, offered }) => `${name}${offered ? '（找人换）' : ''}`)
  const missing = helpersWanted - helpers.length
  const helped = [
    ...(names.length > 0 ? [`${names.join('、')}帮忙`] : []),
    ...(missing > 0 ? [`还要 ${missing} 位帮手`] : []),
  ].join(' · ')
  const when = `${spanWords(span)} · ${SERVICE_WORDS[service]}`
  return {
    id,
    title,
    when,
    leader: led,
    wanting,
    helpers: helped,
    aria: [title, when, led, helped].filter(Boolean).join('，'),
  }
}

function hoursRowsOf({ now, sessions, hours, volunteers }: Crews): HoursRow[] {
  const over = sessions.filter(
    ({ date, span, cancelled }) => cancelled === undefined && instantOf(date, span.to) <= now,
  )
  const rows = over.flatMap((session) =>
    volunteers
      .filter(({ id }) => partOf(session, id) !== undefined)
      .map(({ id, name }): HoursRow => {
        const stands = hours.find(
          ({ sessionId, volunteerId }) => sessionId === session.id && volunteerId === id,
        )
        const planned = Math.ceil(spanMinutes(session.span) / QUARTER) * QUARTER
        return {
          key: `${session.id} ${id}`,
          sessionId: session.id,
          volunteerId: id,
          name,
          title: session.title,
          day: dateWords(session.date),
          time: spanWords(session.span),
          when: `${dateWords(session.date)} ${spanWords(session.span)}`,
          state: stands ? `✓ ${hoursWord(stands.minutes)}` : '待确认',
          confirmed: stands !== undefined,
          seenMinutes: stands?.minutes ?? 0,
          minutes: stands?.minutes ?? planned,
        }
      }),
  )
  return rows
    .sort((a, b) => (a.key < b.key ? 1 : -1))
    .sort((a, b) => Number(a.confirmed) - Number(b.confirmed))
}

export function stepMinutes(minutes: number, by: number): number {
  return Math.min(MOST_MINUTES, Math.max(0, minutes + by * QUARTER))
}

export interface Candidate {
  readonly id: string
  readonly name: string
  readonly on: boolean
  /** Why this person cannot; empty for who can. */
  readonly why: string
}

export interface CrewSheet {
  readonly id: string
  readonly title: string
  readonly when: string
  readonly helpersWanted: number
  readonly lead: readonly Candidate[]
  readonly help: readonly Candidate[]
  readonly spots: Readonly<Record<Part, number>>
  /** Nobody of the point's people leads it. */
  readonly open: boolean
}

/** Whom the desk may choose for a session; who cannot stands below with the reasons. */
export function crewSheetOf({ sessions, volunteers }: Crews, id: string): CrewSheet | null {
  const session = sessions.find((each) => each.id === id)
  if (!session) return null
  const candidates = (part: Part): Candidate[] =>
    volunteers
      .filter(({ endedOn }) => endedOn === undefined)
      .map((volunteer) => ({
        id: volunteer.id,
        name: volunteer.name,
        on: partOf(session, volunteer.id) === part,
        why: assignmentProblemsOf({ ...volunteer, openid: '' }, { session, part, others: sessions })
          .map(problemWords)
          .join('；'),
      }))
      .sort((a, b) => Number(a.why !== '') - Number(b.why !== ''))
  return {
    id,
    title: session.title,
    when: `${dateWords(session.date)} ${spanWords(session.span)} · ${SERVICE_WORDS[session.service]}`,
    helpersWanted: session.helpersWanted ?? 0,
    lead: candidates('lead'),
    help: candidates('help'),
    spots: openSpotsOf(session),
    open: isLeadOpen(session),
  }
}
