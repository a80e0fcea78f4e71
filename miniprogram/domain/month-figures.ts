import type { BillTotals } from './bill-totals'
import { weekdayOn, type CalendarDay } from './calendar'
import type { DayFigures, SlotFigures } from './day-figures'
import type { SiteId } from './ids'
import type { Fen } from './money'
import type { Month } from './month'
import { FEWEST, safeCount, safeParts, type SafeCount } from './small-counts'
import { SLOT_MINUTES, slotTimeOf, type SlotKey } from './span'
import { type Instant, type LocalDate, type LocalTime, type Weekday } from './time'

/** A site's month rolled up by the timer: one document, so that a report is one read. */
export interface MonthFigures {
  readonly siteId: SiteId
  readonly month: Month
  readonly madeAt: Instant
  readonly days: Readonly<Record<LocalDate, DayFigures>>
  readonly bills: BillTotals
  readonly service: ServiceFigures
  readonly notices: NoticeFigures
}

export interface ServiceFigures {
  readonly people: number
  readonly duties: number
  readonly minutes: number
}

export interface NoticeFigures {
  readonly sent: number
  /** Families told, of all notices together, and those of them reached by message. */
  readonly families: number
  readonly byMessage: number
}

/** How full a half hour of a weekday was: 0 nobody, 1 below a quarter … 4 above three quarters. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4

export interface HeatRow {
  readonly weekday: Weekday
  /** By half hour of the whole map; null where the point was never open. */
  readonly levels: readonly (HeatLevel | null)[]
}

/** A weekend day worked for a weekday (调休): families use it as that. */
export interface SwappedDay {
  readonly date: LocalDate
  readonly as: Weekday
}

/** A month for people who look: no names, no number of people below five. */
export interface FiguresReport {
  readonly month: Month
  readonly madeAt: Instant
  readonly openDays: number
  readonly times: readonly LocalTime[]
  readonly heat: readonly HeatRow[]
  /** Weekend days that were worked for another: the map has them where they belong. */
  readonly swapped: readonly SwappedDay[]
  readonly offeredHours: number
  readonly usedHours: number
  /** Half hours in which every place was taken. */
  readonly fullSlots: number
  readonly slots: number
  readonly visits: SafeCount
  readonly households: SafeCount
  readonly children: SafeCount
  /** Families that waited for care and got none, day by day. */
  readonly waited: SafeCount
  readonly sessions: number
  readonly seats: number
  readonly seated: SafeCount
  /** Absent where so few families stand behind it that it would be theirs. */
  readonly money?: { readonly savedFen: Fen; readonly marketFen: Fen; readonly totalFen: Fen }
  readonly volunteers: SafeCount
  readonly duties: number
  readonly serviceMinutes: number
  readonly notices: number
  readonly byMessage: SafeCount
  readonly inAppOnly: SafeCount
}

export function figuresReportOf(
  figures: MonthFigures,
  calendar: readonly CalendarDay[] = [],
): FiguresReport {
  const { month, madeAt, days, bills, service, notices } = figures
  const all = Object.values(days)
  const slots = all.flatMap((day) => Object.values(day.slots)).filter(({ offered }) => offered > 0)
  const keys = [...new Set(all.flatMap((day) => Object.keys(day.slots)))].sort() as SlotKey[]
  const [byMessage = 0, inAppOnly = 0] = safeParts([
    notices.byMessage,
    notices.families - notices.byMessage,
  ])
  const { savedFen, marketFen, totalFen } = bills
  return {
    month,
    madeAt,
    openDays: all.length,
    times: keys.map(slotTimeOf),
    heat: heatOf(days, keys, calendar),
    swapped: calendar.flatMap(({ date, as }) => (as && days[date] ? [{ date, as }] : [])),
    offeredHours: hoursOf(slots.map(({ offered }) => offered)),
    usedHours: hoursOf(slots.map(({ used }) => used)),
    fullSlots: slots.filter(({ used, offered }) => used >= offered).length,
    slots: slots.length,
    visits: safeCount(bills.visits),
    households: safeCount(bills.households),
    children: safeCount(bills.children),
    waited: safeCount(sum(all.map(({ waited }) => waited))),
    sessions: sum(all.map(({ sessions }) => sessions)),
    seats: sum(all.map(({ seats }) => seats)),
    seated: safeCount(sum(all.map(({ seated }) => seated))),
    ...(bills.households >= FEWEST ? { money: { savedFen, marketFen, totalFen } } : {}),
    volunteers: safeCount(service.people),
    duties: service.duties,
    serviceMinutes: service.minutes,
    notices: notices.sent,
    byMessage,
    inAppOnly,
  }
}

function heatOf(
  days: Readonly<Record<LocalDate, DayFigures>>,
  keys: readonly SlotKey[],
  calendar: readonly CalendarDay[],
): HeatRow[] {
  const used = (Object.entries(days) as [LocalDate, DayFigures][]).map(
    ([date, day]) => [weekdayOn(calendar, date), day] as const,
  )
  const weekdays = [...new Set(used.map(([weekday]) => weekday))].sort((a, b) => a - b)
  return weekdays.map((weekday) => {
    const mine = used.filter(([each]) => each === weekday).map(([, day]) => day)
    return {
      weekday,
      levels: keys.map((key) => levelOf(mine.flatMap((day) => day.slots[key] ?? []))),
    }
  })
}

function levelOf(slots: readonly SlotFigures[]): HeatLevel | null {
  const offered = sum(slots.map((slot) => slot.offered))
  if (offered === 0) return null
  const share = sum(slots.map(({ used }) => used)) / offered
  if (share === 0) return 0
  return share < 0.25 ? 1 : share < 0.5 ? 2 : share < 0.75 ? 3 : 4
}

function hoursOf(places: readonly number[]): number {
  return (sum(places) * SLOT_MINUTES) / 60
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
