import type { Language } from '../domain/book'
import type { VolunteerId } from '../domain/ids'
import {
  SESSION_SERVICES,
  type Leader,
  type SessionFacts,
  type SessionService,
} from '../domain/session'
import { SLOT_MINUTES } from '../domain/span'
import { timeAt, type LocalTime } from '../domain/time'
import { ageSpanWords } from './age-span'
import { languageChips } from './book-card'
import type { NamedBook } from './session-books'
import { LEADER_GUEST, LEADER_WANTED, LEADER_WORDS, SERVICE_WORDS } from './words-session'

/** A session as it is being written at the desk. */
export type SessionForm = Omit<SessionFacts, 'span' | 'bookIds'> & {
  readonly from: LocalTime
  readonly to: LocalTime
  readonly books: readonly NamedBook[]
  /** In the timetable. */
  readonly every: boolean
}

export type LeaderChoice = Pick<Leader, 'name' | 'role'> & { readonly personId?: VolunteerId }
/** Somebody is looked for. */
const WANTED: LeaderChoice = { name: '', role: 'volunteer' }
const GUEST: LeaderChoice = { name: '', role: 'guest' }

interface Ground {
  readonly rooms: readonly { readonly id: string; readonly name: string }[]
  readonly leaders: readonly LeaderChoice[]
}

/** Ages that a session usually begins or ends with, in months. */
const SESSION_AGES = [0, 6, 12, 18, 24, 30, 36, 48, 60, 72] as const
/** The app's own drawings. */
const COVERS = {
  umbrella: '雨伞',
  moon: '月亮',
  caterpillar: '毛毛虫',
  cat: '橘猫',
  colours: '彩虹',
  fish: '小鱼',
} as const
const EARLIEST = 7 * 60
const LATEST = 20 * 60
export const SESSION_TIMES: readonly LocalTime[] = Array.from(
  { length: (LATEST - EARLIEST) / SLOT_MINUTES + 1 },
  (_, n) => timeAt(EARLIEST + n * SLOT_MINUTES),
)
/** A session ends on the quarter hour. */
const QUARTER = 15
export const SESSION_ENDS: readonly LocalTime[] = Array.from(
  { length: (LATEST - EARLIEST) / QUARTER },
  (_, n) => timeAt(EARLIEST + (n + 1) * QUARTER),
)
export function newSessionForm({ rooms }: Ground): SessionForm {
  return {
    service: 'reading',
    title: '',
    language: 'mandarin',
    leader: WANTED,
    room: rooms[0]?.id ?? '',
    places: 8,
    accompanied: false,
    fromMonths: 18,
    toMonths: 36,
    cover: 'umbrella',
    books: [],
    from: timeAt(10 * 60),
    to: timeAt(10 * 60 + SLOT_MINUTES),
    every: false,
  }
}

/** What is there already, to be changed. */
export function sessionFormOf(
  facts: SessionFacts & { readonly every: boolean },
  books: readonly NamedBook[],
): SessionForm {
  const { span, service, title, language, leader, room, places, accompanied, every } = facts
  const { fromMonths, toMonths, cover, bookIds, helpersWanted } = facts
  return {
    service,
    title,
    language,
    leader,
    room,
    places,
    accompanied,
    fromMonths,
    toMonths,
    cover,
    books: books.filter(({ id }) => bookIds.includes(id)),
    ...(helpersWanted === undefined ? {} : { helpersWanted }),
    from: span.from,
    to: span.to,
    every,
  }
}

/** The form as the function takes it. */
export function sessionFactsOf({ from, to, every: _every, books, ...form }: SessionForm) {
  const { personId, name, role } = form.leader
  const leader = { name: name.trim(), role }
  return {
    ...form,
    title: form.title.trim(),
    leader: personId === undefined ? leader : { personId, ...leader },
    bookIds: books.map(({ id }) => id as string),
    span: { from, to },
  }
}

/** What saving says of the timetable; to be asked where a session of it is not any more as it was. */
export function everyOf(form: SessionForm, before: SessionForm): boolean | 'as_it_is' | 'ask' {
  if (form.every !== before.every) return form.every
  const isSameAsBefore =
    JSON.stringify(sessionFactsOf(form)) === JSON.stringify(sessionFactsOf(before))
  return form.every && !isSameAsBefore ? 'ask' : 'as_it_is'
}

interface Chip<T> {
  readonly value: T
  readonly label: string
  readonly on: boolean
}

export interface SessionFormView {
  readonly services: readonly Chip<SessionService>[]
  readonly languages: readonly Chip<Language>[]
  readonly rooms: readonly Chip<string>[]
  readonly covers: readonly Chip<string>[]
  readonly who: readonly Chip<string>[]
  readonly leaders: readonly string[]
  readonly leaderIndex: number
  /** The leader's name is typed. */
  readonly guest: boolean
  readonly fromIndex: number
  readonly toIndex: number
  readonly ages: readonly string[]
  /** The same ages in months. */
  readonly months: readonly number[]
  readonly youngest: number
  readonly oldest: number
  readonly places: string
  /** What saving does to the timetable. */
  readonly everyNote: string
}

export function sessionFormViewOf(
  form: SessionForm,
  before: SessionForm,
  { rooms, leaders }: Ground,
): SessionFormView {
  const { fromMonths, toMonths, leader } = form
  const usual = [...SESSION_AGES, before.fromMonths, before.toMonths]
  const months = [...new Set(usual)].sort((a, b) => a - b)
  const guest = leader.role === 'guest'
  return {
    services: SESSION_SERVICES.map((value) => ({
      value,
      label: SERVICE_WORDS[value],
      on: value === form.service,
    })),
    languages: languageChips([form.language]),
    rooms: rooms.map(({ id, name }) => ({ value: id, label: name, on: id === form.room })),
    covers: chips(COVERS, form.cover),
    who: chips(
      { alone: '孩子自己来', together: '家长陪着' },
      form.accompanied ? 'together' : 'alone',
    ),
    leaders: [
      LEADER_WANTED,
      ...leaders.map(({ name, role }) => `${name} · ${LEADER_WORDS[role]}`),
      LEADER_GUEST,
    ],
    leaderIndex: 1 + (guest ? leaders.length : leaders.findIndex((each) => isSame(each, leader))),
    guest,
    fromIndex: SESSION_TIMES.indexOf(form.from),
    toIndex: SESSION_ENDS.indexOf(form.to),
    ages: months.map(ageSpanWords),
    months,
    youngest: months.indexOf(fromMonths),
    oldest: months.indexOf(toMonths),
    places: `${form.places} 个`,
    everyNote: EVERY_NOTES[before.every ? 'was' : 'new'][form.every ? 'on' : 'off'],
  }
}

const EVERY_NOTES = {
  new: {
    on: '保存后放进固定课表，以后按课表排就有这一场',
    off: '放进固定课表，以后排课时一起排上',
  },
  was: {
    on: '在固定课表里，以后每周照着排',
    off: '保存后从固定课表拿掉，以后不再排；已经排好的几周还在',
  },
} as const

/** The choice in this line of the list: nobody yet, somebody of the point, or a guest whose name is typed. */
export function leaderAt(index: number, { leaders }: Pick<Ground, 'leaders'>): LeaderChoice {
  return index === 0 ? WANTED : (leaders[index - 1] ?? GUEST)
}

function chips(words: Readonly<Record<string, string>>, on: string): Chip<string>[] {
  return Object.entries(words).map(([value, label]) => ({ value, label, on: value === on }))
}

/** By who they are, where both say it; a typed name is the person of that name. */
function isSame(choice: LeaderChoice, leader: LeaderChoice): boolean {
  return choice.personId !== undefined && leader.personId !== undefined
    ? choice.personId === leader.personId
    : leader.name !== '' && choice.name === leader.name
}
