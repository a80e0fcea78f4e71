import type { BookingState } from '../domain/booking'
import type { Day } from '../domain/day'
import { carersIn } from '../domain/duty'
import type { BookingId, ChildId, GroupId, HouseholdId } from '../domain/ids'
import { refuseHealth, type ChildHealth } from '../domain/health'
import type { Fen } from '../domain/money'
import { lateMeterOf } from '../domain/overstay'
import { comingOf } from '../domain/room-load'
import { SLOT_MINUTES, type Span } from '../domain/span'
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
import { roomFlagsOf, type RoomFlag } from './room-flags'
import { groupBarsOf, type GroupBar } from './room-groups'
import { clock, spanWords } from './when'
import { childInitial } from './initial'

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
  /** An adult stays with it. */
  readonly accompanied?: true
  readonly state: BookingState
  readonly inAt?: Instant
  readonly outAt?: Instant
  readonly lastAct?: string
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
  readonly papersSeen: boolean
  /** Health dates; carers get them, an operator does not. */
  readonly health?: ChildHealth
  readonly check?: 'stays' | 'goes_home'
  readonly exposure?: 'due' | 'sent'
  /** What the family owes; absent when nothing. */
  readonly owedFen?: Fen
}

export interface Room {
  readonly day?: Day
  readonly children: readonly RoomChild[]
  /** Carers in the room by their own scan; absent while nobody has scanned today. */
  readonly onDuty?: readonly { readonly name: string; readonly groupId: GroupId }[]
}

export type RoomTab = 'expected' | 'inside' | 'gone'

export interface RoomView {
  readonly clock: string
  readonly inside: number
  /** Children of the next half hour, those included whom nobody has fetched. */
  readonly next: number
  readonly nextLabel: string
  readonly groups: readonly GroupBar[]
  /** 在岗：陈老师、林老师; or that nobody has signed in. */
  readonly carers: string
  readonly tabs: readonly { readonly key: RoomTab; readonly label: string; readonly on: boolean }[]
  readonly rows: readonly RoomRow[]
  readonly empty: string
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
  readonly flags: readonly RoomFlag[]
  /** There is no morning check yet. */
  readonly mayCheck: boolean
  /** It is still to be done: a child whose adult stays needs none. */
  readonly checkDue: boolean
  /** A paper of the child's health is to be seen. */
  readonly healthDue: boolean
  /** Families who were there together with a child that went home are still to be told. */
  readonly exposureDue: boolean
}

/** The date is today's: the functions show no other day to the door. */
export function roomViewOf({ day, children, onDuty }: Room, tab: RoomTab, now: Instant): RoomView {
  const time = timeOf(now)
  const lists = listsOf(children, now)
  const next = timeAt(Math.min(1440, slotStart(time) + SLOT_MINUTES))
  const nextSpan = { from: next, to: timeAt(Math.min(1440, minutesOf(next) + SLOT_MINUTES)) }
  const groups = groupBarsOf({
    day,
    children,
    here: onDuty && carersIn(onDuty),
    time,
    running: timeAt(slotStart(time)),
    next: nextSpan,
  })
  return {
    clock: clock(time),
    inside: lists.inside.length,
    next: comingOf(children, { half: nextSpan, time }).length,
    nextLabel: `${clock(next)} 将有`,
    groups,
    carers: carersWords(onDuty),
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

function carersWords(onDuty: Room['onDuty']): string {
  if (!onDuty) return '老师还没有签到，按排班算'
  return onDuty.length > 0 ? `在岗：${onDuty.map(({ name }) => name).join('、')}` : '老师都签退了'
}

/** A quarter of an hour late is worth a call. */
const CALL_AFTER = 15
const TINTS = 4

export function rowOf(child: RoomChild, now: Instant): RoomRow {
  const late = lateOf(child, now)
  const flags = roomFlagsOf(child, dateOf(now))
  const here = child.state === 'booked' || child.state === 'inside'
  return {
    id: child.bookingId,
    householdId: child.householdId,
    name: child.name,
    initial: childInitial(child.name),
    tint: tintOf(child.childId),
    age: monthsWords(child.ageMonths),
    when: whenOf(child, now, late),
    allergies: child.allergies,
    urgent: late >= CALL_AFTER,
    guardians: child.guardians,
    papersMissing: !child.papersSeen && !child.accompanied && child.state !== 'gone',
    flags,
    mayCheck: here && child.check === undefined,
    checkDue: here && child.check === undefined && !child.accompanied,
    healthDue:
      child.state === 'booked' &&
      refuseHealth(child.health, dateOf(now), child.accompanied) !== undefined,
    exposureDue: child.exposure === 'due',
  }
}

/** Minutes that the child is late to come, or late to be fetched; negative or zero when not. */
function lateOf({ state, span, accompanied }: RoomChild, now: Instant): number {
  if (state === 'inside' && accompanied) return 0
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
      ? `${clock(span.to)} 该离园 · ${lateWords(child, now)}`
      : `${at(inAt)} 入园 · ${clock(span.to)} 离园`
  if (state === 'missed' || instantOf(dateOf(now), span.to) <= now)
    return `${spanWords(span)} · 没有来`
  return late > 0
    ? `${clock(span.from)} 应到 · 晚 ${minutesWords(late)}`
    : `${clock(span.from)} 应到`
}

/** 宽限还剩 4 分钟, 超时 12 分钟 */
function lateWords({ span }: RoomChild, now: Instant): string {
  const { late, graceLeft } = lateMeterOf(dateOf(now), span, now)
  return graceLeft > 0 ? `宽限还剩 ${graceLeft} 分钟` : `超时 ${minutesWords(late)}`
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
