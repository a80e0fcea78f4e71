import type { Child } from '../domain/child'
import type { Farewell } from '../domain/household'
import type { Day } from '../domain/day'
import type { Month } from '../domain/month'
import type { StaffRole } from '../domain/role'
import type { PricedSession } from '../domain/session'
import { dateOf, type Instant } from '../domain/time'
import type { Booking } from './booking'
import { bookingCardOf, type BookingCard } from './booking-card'
import { greetingOf } from './greeting'
import { PAPERS } from './papers'
import { openWords, roomCardOf, type RoomCard } from './room-card'
import type { Tariff } from '../domain/tariff'
import { waitCardOf, type WaitCard, type Waiting } from './wait-card'
import { clock, dayWord } from './when'

/** What `enterApp` answers, as far as the home page shows it. */
export interface HomeFacts {
  readonly me: {
    readonly name?: string
    readonly roles: readonly StaffRole[]
    readonly unread: number
    readonly consentsDue?: readonly unknown[]
  }
  readonly site: { readonly name: string; readonly address: string }
  readonly household?: {
    readonly children: readonly Child[]
    readonly papersSeen: boolean
    /** Free minutes taken, by month. */
    readonly freeUsed?: Readonly<Record<Month, number>>
    readonly farewell?: Farewell
  }
  readonly today?: Day
  readonly next: readonly Booking[]
  readonly waits: readonly Waiting[]
  readonly tariff: Tariff
  readonly sessions: readonly PricedSession[]
}

export interface HomePage {
  readonly greeting: string
  readonly open: string
  readonly room: RoomCard
  /** Staff without a family here come to work. */
  readonly mayBook: boolean
  /** What a family still has to do before its first visit; null when nothing. */
  readonly start: StartCard | null
  readonly booking: BookingCard | null
  /** 还有 2 个预约, or empty. */
  readonly more: string
  readonly sessions: readonly SessionGlance[]
  /** Places that are kept for the family now. */
  readonly offers: readonly WaitCard[]
  /** 在排队等 1 个位置, or empty. */
  readonly waiting: string
  /** 2 条新消息, or empty. */
  readonly unread: string
  readonly atRoom: boolean
  readonly atDesk: boolean
  readonly atAppeals: boolean
}

export interface StartCard {
  readonly title: string
  readonly text: string
  /** Empty when there is nothing to tap. */
  readonly label: string
  readonly url: string
}

export interface SessionGlance {
  readonly id: string
  readonly title: string
  readonly when: string
  readonly cover: string
  readonly aria: string
}

const ROOM_ROLES: readonly StaffRole[] = ['carer', 'lead', 'operator']
const APPEAL_ROLES: readonly StaffRole[] = ['lead', 'operator']
const DESK_ROLES: readonly StaffRole[] = ['community', 'operator']

export function homeOf(facts: HomeFacts, now: Instant): HomePage {
  const { me, household, today, next, sessions } = facts
  const children = household?.children ?? []
  const [first] = next
  return {
    greeting: me.name ? `${greetingOf(now)}，${me.name}` : `${greetingOf(now)}，欢迎来玩`,
    open: openWords(today, now),
    room: roomCardOf(today, children, now),
    mayBook: household !== undefined || me.roles.length === 0,
    start: startOf(facts),
    booking: first ? bookingCardOf(first, children, now) : null,
    more: next.length > 1 ? `还有 ${next.length - 1} 个预约` : '',
    sessions: sessions.map((session) => glanceOf(session, now)),
    unread: me.unread > 0 ? `${me.unread} 条新消息` : '',
    ...waitsOf(facts, now),
    ...entriesOf(me.roles),
  }
}

/** Who reads incidents and keeps the health rules and the wall's code; who reads the list of looks. */
const KEEPER_ROLES: readonly StaffRole[] = ['lead', 'operator']

export function keepsOf(roles: readonly StaffRole[]): { keeps: boolean; readsAudits: boolean } {
  return {
    keeps: roles.some((role) => KEEPER_ROLES.includes(role)),
    readsAudits: roles.includes('operator'),
  }
}

/** Which desks of the staff this person may open. */
export function entriesOf(roles: readonly StaffRole[]): {
  atRoom: boolean
  atDesk: boolean
  atAppeals: boolean
} {
  return {
    atRoom: roles.some((role) => ROOM_ROLES.includes(role)),
    atDesk: roles.some((role) => DESK_ROLES.includes(role)),
    atAppeals: roles.some((role) => APPEAL_ROLES.includes(role)),
  }
}

function waitsOf({ household, waits, tariff }: HomeFacts, now: Instant) {
  const { children = [], papersSeen = false, freeUsed = {} } = household ?? {}
  const facts = { children, tariff, papersSeen, freeUsed, now }
  const cards = waits.map((wait) => waitCardOf(wait, facts))
  const offers = cards.filter(({ offer }) => offer !== null)
  const rest = cards.length - offers.length
  return { offers, waiting: rest > 0 ? `在排队等 ${rest} 个位置` : '' }
}

function startOf({ household, me }: HomeFacts): StartCard | null {
  if (!household)
    return me.roles.length > 0
      ? null
      : {
          title: '第一次来？',
          text: '登记一下您和孩子，就可以预约了，大约两分钟。',
          label: '去登记',
          url: '/pages/guardian-register/guardian-register',
        }
  if (me.consentsDue?.length)
    return {
      title: '信息说明更新了',
      text: '看过并同意之后，就能继续预约。',
      label: '看说明',
      url: '/pages/guardian-register/guardian-register',
    }
  if (household.farewell)
    return {
      title: '有些信息快要删除了',
      text: '看看删什么、哪天删，可以先导出，也可以多留一年。',
      label: '看一看',
      url: '/packages/family/farewell-show/farewell-show',
    }
  if (household.children.length === 0)
    return {
      title: '还差一步',
      text: '告诉我们孩子的小名和生日，就可以预约了。',
      label: '添加孩子',
      url: '/pages/child-edit/child-edit',
    }
  if (!household.papersSeen)
    return {
      title: '第一次来，请带上',
      text: `${PAPERS}，老师看一眼就好。`,
      label: '',
      url: '',
    }
  return null
}

function glanceOf({ id, title, date, span, cover }: PricedSession, now: Instant): SessionGlance {
  const when = `${dayWord(date, dateOf(now))} ${clock(span.from)}`
  return { id, title, when, cover: `/images/cover/${cover}.svg`, aria: `${title}，${when}` }
}
