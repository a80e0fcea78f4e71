import { ageInMonths } from '../domain/age'
import type { Child } from '../domain/child'
import type { SeatLimit } from '../domain/seats'
import { SESSION_SERVICES, type PricedSession } from '../domain/session'
import { addDays, dateOf, instantOf, type Instant, type LocalDate } from '../domain/time'
import { ageSpanWords } from './age-span'
import { yuan } from './money'
import { dateWords, dayWord, spanWords, weekdayWord } from './when'
import type { DayCell } from './week-strip'
import { LANGUAGE_WORDS, LEADER_WANTED, LEADER_WORDS, SERVICE_WORDS } from './words-session'

/** A session with what is left of it, as the function tells it. */
export interface SeatedSession extends PricedSession {
  readonly free: number
  readonly limit: SeatLimit
  /** Why it does not take place. */
  readonly off?: string
}

export interface SessionWeekFacts {
  readonly now: Instant
  readonly sessions: readonly SeatedSession[]
  readonly children: readonly Pick<Child, 'id' | 'name' | 'birthDate'>[]
}

/** What the reader chose; empty texts until then. */
export interface SessionChoice {
  readonly date: string
  readonly filter: string
}

export interface SessionWeekView {
  readonly days: readonly DayCell[]
  readonly filters: readonly SessionFilter[]
  readonly cards: readonly SessionCardView[]
  /** What to read when the day has no cards. */
  readonly empty: string
  /** The next day that has sessions for this filter, for the button of an empty day. */
  readonly elsewhere?: { readonly date: LocalDate; readonly label: string }
}

export interface SessionFilter {
  readonly key: string
  readonly label: string
  readonly on: boolean
}

export interface SessionCardView {
  readonly id: string
  readonly title: string
  readonly cover: string
  readonly what: string
  readonly who: string
  readonly price: string
  /** Whom it suits, or what the family has to do. */
  readonly chips: readonly { readonly text: string; readonly tone: 'leaf' | 'sky' | 'sun' }[]
  readonly over: boolean
}

const DAYS = 14
const ALL = 'all'

/** The picture-book week on screen: seven days, filters that would find something, the day's sessions. */
export function sessionWeekOf(facts: SessionWeekFacts, choice: SessionChoice): SessionWeekView {
  const today = dateOf(facts.now)
  const filters = filtersOf(facts)
  const filter = filters.find(({ key }) => key === choice.filter) ?? filters[0]
  const sessions = facts.sessions.filter((session) => filter?.holds(session) ?? true)
  const dates = Array.from({ length: DAYS }, (_, index) => addDays(today, index))
  const ahead = sessions.filter(
    ({ date, span, off }) => off === undefined && instantOf(date, span.to) > facts.now,
  )
  const next = ahead.map((session) => session.date).sort()[0]
  const date = dates.find((each) => each === choice.date) ?? next ?? today
  const of = (day: LocalDate): SeatedSession[] =>
    sessions
      .filter((session) => session.date === day)
      .sort((a, b) => (a.span.from < b.span.from ? -1 : 1))
  const days = dates.map((day): DayCell => {
    const count = of(day).length
    const weekday = day === today ? '今天' : weekdayWord(day)
    return {
      date: day,
      weekday,
      day: String(Number(day.slice(8))),
      word: count ? `${count} 场` : '无',
      tone: count ? 'free' : 'none',
      selected: day === date,
      aria: `${dateWords(day)}，${count ? `${count} 场` : '没有安排'}`,
    }
  })
  const cards = of(date).map((session) => sessionCardOf(session, facts))
  return {
    days,
    filters: filters.map(({ key, label }) => ({ key, label, on: key === filter?.key })),
    cards,
    empty: cards.length ? '' : facts.sessions.length ? '这一天没有安排' : '这一周的绘本还没排好',
    ...(cards.length || !next
      ? {}
      : { elsewhere: { date: next, label: `看${dayWord(next, today)}的` } }),
  }
}

interface Filter {
  readonly key: string
  readonly label: string
  readonly holds: (session: PricedSession) => boolean
}

/** A filter that finds nothing all week is not offered. */
function filtersOf({ sessions, children }: SessionWeekFacts): Filter[] {
  const filters: Filter[] = [
    ...children.map((child) => ({
      key: child.id,
      label: `适合${child.name}`,
      holds: (session: PricedSession) => suits(session, child.birthDate),
    })),
    { key: ALL, label: '全部', holds: () => true },
    { key: 'cantonese', label: '粤语', holds: (session) => session.language === 'cantonese' },
    { key: 'english', label: '英语', holds: (session) => session.language === 'english' },
    // A service alone in the week filters nothing.
    ...(new Set(sessions.map(({ service }) => service)).size > 1 ? SESSION_SERVICES : []).map(
      (service) => ({
        key: service,
        label: SERVICE_WORDS[service],
        holds: (session: PricedSession) => session.service === service,
      }),
    ),
  ]
  return filters.filter(({ key, holds }) => key === ALL || sessions.some(holds))
}

function suits({ fromMonths, toMonths, date }: PricedSession, birthDate: LocalDate): boolean {
  const age = ageInMonths(birthDate, date)
  return fromMonths <= age && age < toMonths
}

export function sessionCardOf(
  session: SeatedSession,
  { now, children }: Pick<SessionWeekFacts, 'now' | 'children'>,
): SessionCardView {
  const { span, leader } = session
  const over = instantOf(session.date, span.to) <= now
  const going = !over && instantOf(session.date, span.from) <= now
  const off = session.off !== undefined
  const fits = children.filter((child) => suits(session, child.birthDate)).map(({ name }) => name)
  const ages = `${ageSpanWords(session.fromMonths)}到 ${ageSpanWords(session.toMonths)}`
  const suiting = fits.length
    ? { text: `适合${fits.join('、')}`, tone: 'leaf' as const }
    : { text: ages, tone: 'sky' as const }
  const ended = off ? '取消了' : '已结束'
  const chips: SessionCardView['chips'] =
    over || off
      ? [{ text: ended, tone: 'sky' }]
      : [
          ...(going ? [] : [freeChipOf(session)]),
          ...(going ? [{ text: '正在进行', tone: 'sun' as const }] : []),
          suiting,
          ...(session.accompanied ? [{ text: '请家长陪同', tone: 'sun' as const }] : []),
        ]
  const language = session.language === 'mandarin' ? [] : [LANGUAGE_WORDS[session.language]]
  // 陈老师 is a 老师 by name already.
  const role = leader.role === 'carer' || leader.name === '' ? [] : [LEADER_WORDS[leader.role]]
  return {
    id: session.id,
    title: session.title,
    cover: `/images/cover/${session.cover}.svg`,
    what: `${spanWords(span)} · ${SERVICE_WORDS[session.service]}`,
    who: [leader.name || LEADER_WANTED, ...role, ...language].join(' · '),
    price: session.priceFen === 0 ? '免费' : yuan(session.priceFen),
    chips,
    over: over || off,
  }
}

/** Few places are left from here on. */
const FEW = 2

function freeChipOf({ free }: SeatedSession): SessionCardView['chips'][number] {
  if (free === 0) return { text: '约满了，可排队', tone: 'sun' }
  return { text: `还有 ${free} 位`, tone: free <= FEW ? 'sun' : 'leaf' }
}
