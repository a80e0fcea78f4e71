import type { GroupId, NoticeId, SiteId } from './ids'
import type { NoticeName } from './household'
import type { HealthRules } from './illness'
import type { LoanRules } from './loan'
import type { Tranche } from './release'
import type { Span } from './span'
import type { Instant, LocalDate, Weekday } from './time'

/** A childcare point, as its operator sets it up. */
export interface Site {
  readonly id: SiteId
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly operator: string
  /** Children that the room holds at once, all groups together. */
  readonly places: number
  /** Opening hours; a weekday that is missing is closed. */
  readonly hours: Readonly<Partial<Record<Weekday, Span>>>
  readonly groups: readonly Group[]
  /** How each day's places open, in order of time; absent when all of them open with the plan. */
  readonly release?: readonly Tranche[]
  /** A household's share of a calendar week, in minutes of care of all its children together; absent without limit. */
  readonly weekMinutes?: number
  /** The longest span that can be booked, in minutes; absent without limit. */
  readonly longestMinutes?: number
  /** Where sessions take place. */
  readonly rooms?: readonly Room[]
  /** When nobody is woken by a message that can wait; absent where the usual hours hold. */
  readonly quiet?: Span
  /** Names of the message templates that this deployment has, with WeChat's ids. */
  readonly templates: Readonly<Record<string, string>>
  /** How long and how many books a family borrows; absent where the usual rules hold. */
  readonly loans?: LoanRules
  /** The site's illness table and health dates; absent where the standard's hold. */
  readonly health?: HealthRules
  /** When the children sleep: nobody plans anything loud then. */
  readonly nap?: Span
  /** What the site adds to the notices in words of its own. */
  readonly notices?: Readonly<Partial<Record<NoticeName, NoticeAddition>>>
}

export interface NoticeAddition {
  /** May be empty again: that, too, is another text. */
  readonly text: string
  /** Grows with every change of the text. */
  readonly edition: number
  readonly since: Instant
}

export interface Room {
  readonly id: string
  readonly name: string
  /** It is the room of care, or part of it: whoever is in it counts among the site's places. */
  readonly shared: boolean
}

/**
 * A group of children with its own carers. Groups and caps: 国卫人口发〔2019〕58号, part 3
 * (托小班 12–24 months ≤ 15, 托大班 24–36 months ≤ 20, mixed from 18 months ≤ 18).
 */
export interface Group {
  readonly id: GroupId
  readonly name: string
  /** Ages that the group takes on the day of care, in whole months: from ≤ age < to. */
  readonly fromMonths: number
  readonly toMonths: number
  readonly cap: number
  /** At most so many children a carer, where the site wants fewer than the standard allows. */
  readonly mostPerCarer?: number
}

/** A carer's working time in one group on one date. */
export interface Shift {
  readonly carer: string
  readonly groupId: GroupId
  readonly span: Span
}

/** A day or part of it on which the point takes no bookings, and why (`holiday`, `cleaning` …). */
export interface Closure {
  readonly date: LocalDate
  readonly span?: Span
  readonly why: string
  /** The notice that tells of it, where it was closed at once. */
  readonly notice?: NoticeId
}
