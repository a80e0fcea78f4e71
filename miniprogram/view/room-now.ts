import type { BookingState } from '../domain/booking'
import type { Day } from '../domain/day'
import type { BookingId, ChildId, GroupId, HouseholdId } from '../domain/ids'
import { CARER_LOAD, loadOf } from '../domain/load'
import { overlaps, SLOT_MINUTES, slotKeyOf, type Span } from '../domain/span'
import {
  dateOf,
  instantOf,
  MINUTE,
  minutesOf,
  timeAt,
  timeOf,
  type Instant,
  type LocalTime,
} from '../domain/time'
import { monthsWords } from './age'
import { clock, spanWords } from './when'

/** A child of the day as staff get it. */
export interface RoomChild {
  readonly bookingId: BookingId
  readonly childId: ChildId
  readonly householdId: HouseholdId
  readonly name: string
  readonly ageMonths: number
  readonly allergies: string
  readonly groupId: GroupId
  readonly span: Span
  readonly state: BookingState
  readonly inAt?: Instant
  readonly outAt?: Instant
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
  readonly papersSeen: boolean
}

export interface Room {
  readonly day?: Day
  readonly children: readonly RoomChild[]
}

export type RoomTab = 'expected' | 'inside' | 'gone'

export interface RoomView {
  readonly clock: string
  readonly inside: number
  /** Children whose time touches the next half hour. */
  readonly next: number
  readonly nextLabel: string
  readonly groups: readonly GroupBar[]
  readonly tabs: readonly { readonly key: RoomTab; readonly label: string; readonly on: boolean }[]
  readonly rows: readonly RoomRow[]
  readonly empty: string
}

export interface GroupBar {
  readonly id: GroupId
  readonly name: string
  readonly words: string
  /** How much of the carers' load is used, 0 to 100. */
  readonly percent: number
  readonly tone: 'leaf' | 'sun' | 'coral'
  /** What to do when the carers are not enough. */
  readonly warning: string
}

export interface RoomRow {
  readonly id: BookingId
  readonly householdId: HouseholdId
  readonly name: string
  readonly initial: string
  readonly tint: number
  readonly age: string
  readonly when: string
  readonly allergies: string
  /** Late to come or to be fetched: the call button is coral. */
  readonly urgent: boolean
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
  readonly papersMissing: boolean
}

/** The date is today's: the functions show no other day to the door. */
export function roomViewOf({ day, children }: Room, tab: RoomTab, now: Instant): RoomView {
  const time = timeOf(now)
  const lists = listsOf(children, now)
  const next = timeAt(Math.min(1440, slotStart(time) + SLOT_MINUTES))
  const nextSpan = { from: next, to: timeAt(Math.min(1440, minutesOf(next) + SLOT_MINUTES)) }
  const coming = [...lists.expected, ...lists.inside].filter(({ span }) => overlaps(span, nextSpan))
  return {
    clock: clock(time),
    inside: lists.inside.length,
    next: coming.length,
    nextLabel: `${clock(next)} 将有`,
    groups: (day?.groups ?? []).map((group) => {
      const mine = lists.inside.filter((child) => child.groupId === group.id)
      const slot = day?.slots[slotKeyOf(timeAt(slotStart(time)))]
      const carers = slot?.groups[group.id]?.carers ?? 0
      return { id: group.id, name: group.name, ...barOf(mine, carers) }
    }),
    tabs: TABS.map(({ key, word }) => ({
      key,
      label: `${word} ${lists[key].filter(({ state }) => state === STATE[key]).length}`,
      on: key === tab,
    })),
    rows: lists[tab].map((child) => rowOf(child, now)),
    empty: lists[tab].length ? '' : EMPTY[tab],
  }
}

const TABS: readonly { readonly key: RoomTab; readonly word: string }[] = [
  { key: 'expected', word: '应到' },
  { key: 'inside', word: '在园' },
  { key: 'gone', word: '已离园' },
]

const STATE: Readonly<Record<RoomTab, RoomChild['state']>> = {
  expected: 'booked',
  inside: 'inside',
  gone: 'gone',
}

const EMPTY: Readonly<Record<RoomTab, string>> = {
  expected: '今天没有还要来的孩子',
  inside: '现在没有孩子在园',
  gone: '今天还没有孩子离园',
}

function slotStart(time: LocalTime): number {
  return Math.floor(minutesOf(time) / SLOT_MINUTES) * SLOT_MINUTES
}

/** A child who did not come at all is listed last among those who left: nobody waits for it any more. */
function listsOf(children: readonly RoomChild[], now: Instant): Record<RoomTab, RoomChild[]> {
  const by = (state: RoomChild['state']): RoomChild[] => children.filter((c) => c.state === state)
  const isOver = ({ span }: RoomChild): boolean => instantOf(dateOf(now), span.to) <= now
  const booked = by('booked').sort((a, b) => (a.span.from < b.span.from ? -1 : 1))
  const missed = [...by('missed'), ...booked.filter(isOver)]
  return {
    expected: booked.filter((child) => !isOver(child)),
    inside: by('inside').sort((a, b) => (a.span.to < b.span.to ? -1 : 1)),
    gone: [...by('gone').sort((a, b) => (b.outAt ?? 0) - (a.outAt ?? 0)), ...missed],
  }
}

function barOf(inside: readonly RoomChild[], carers: number): Omit<GroupBar, 'id' | 'name'> {
  const load = inside.reduce((sum, { ageMonths }) => sum + loadOf(ageMonths), 0)
  const most = carers * CARER_LOAD
  const share = most ? Math.round((load * 100) / most) : load ? 100 : 0
  const short = Math.ceil(load / CARER_LOAD) - carers
  return {
    words: `${inside.length} 个孩子 · ${carers} 位老师`,
    percent: Math.min(100, share),
    tone: load > most ? 'coral' : share >= 85 ? 'sun' : 'leaf',
    warning: load > most ? `老师不够，还差 ${short} 位` : '',
  }
}

/** A quarter of an hour late is worth a call. */
const CALL_AFTER = 15
const TINTS = 4

export function rowOf(child: RoomChild, now: Instant): RoomRow {
  const late = lateOf(child, now)
  return {
    id: child.bookingId,
    householdId: child.householdId,
    name: child.name,
    initial: child.name.slice(-1),
    tint: tintOf(child.childId),
    age: monthsWords(child.ageMonths),
    when: whenOf(child, now, late),
    allergies: child.allergies,
    urgent: late >= CALL_AFTER,
    guardians: child.guardians,
    papersMissing: !child.papersSeen && child.state !== 'gone',
  }
}

/** Minutes that the child is late to come, or late to be fetched; negative or zero when not. */
function lateOf({ state, span }: RoomChild, now: Instant): number {
  if (state === 'gone' || state === 'cancelled' || state === 'missed') return 0
  const due = instantOf(dateOf(now), state === 'inside' ? span.to : span.from)
  return Math.floor((now - due) / MINUTE)
}

function whenOf(child: RoomChild, now: Instant, late: number): string {
  const { state, span, inAt, outAt } = child
  const at = (instant: Instant | undefined): string => clock(timeOf(instant ?? now))
  if (state === 'gone') return `${at(inAt)} 入园 · ${at(outAt)} 离园`
  if (state === 'inside')
    return late > 0
      ? `${clock(span.to)} 该离园 · 超时 ${minutesWords(late)}`
      : `${at(inAt)} 入园 · ${clock(span.to)} 离园`
  if (state === 'missed' || instantOf(dateOf(now), span.to) <= now)
    return `${spanWords(span)} · 没有来`
  return late > 0
    ? `${clock(span.from)} 应到 · 晚 ${minutesWords(late)}`
    : `${clock(span.from)} 应到`
}

/** 12 分钟, 1 小时 20 分 */
function minutesWords(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  const rest = minutes % 60
  return rest ? `${Math.floor(minutes / 60)} 小时 ${rest} 分` : `${minutes / 60} 小时`
}

/** The same child has the same colour on every screen. */
function tintOf(id: string): number {
  let sum = 0
  for (const letter of id) sum += letter.charCodeAt(0)
  return sum % TINTS
}
