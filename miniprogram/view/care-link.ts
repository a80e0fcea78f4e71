import { isId, type ChildId } from '../domain/ids'
import type { Span } from '../domain/span'
import { isLocalDate, isLocalTime, type LocalDate } from '../domain/time'

/** What the booking page hands to the confirm page, in its address. */
export interface ChosenCare {
  readonly date: LocalDate
  readonly span: Span
  readonly childIds: readonly ChildId[]
  /** The total that the guardian saw when choosing, in 分. */
  readonly seenFen: number
}

export function careLinkOf({ date, span, childIds, seenFen }: ChosenCare): string {
  const kids = childIds.join(',')
  return `/pages/booking-confirm/booking-confirm?date=${date}&from=${span.from}&to=${span.to}&kids=${kids}&seen=${seenFen}`
}

/** The page for a repeating booking, with what was chosen so far. */
export function seriesLinkOf(
  childIds: readonly ChildId[],
  date: LocalDate | undefined,
  span: Span | undefined,
): string {
  const page = '/pages/series-book/series-book'
  if (!date || !span) return `${page}?kids=${childIds.join(',')}`
  return `${page}?date=${date}&from=${span.from}&to=${span.to}&kids=${childIds.join(',')}`
}

/** Undefined for an address that says nothing bookable. WeChat hands values over as they stand in it. */
export function careFromQuery(
  query: Readonly<Record<string, string | undefined>>,
): ChosenCare | undefined {
  const [date = '', from = '', to = '', kids = '', seen = ''] = [
    'date',
    'from',
    'to',
    'kids',
    'seen',
  ].map((name) => decodeURIComponent(query[name] ?? ''))
  const childIds = kids.split(',').filter(isId) as ChildId[]
  if (!isLocalDate(date) || !isLocalTime(from) || !isLocalTime(to) || childIds.length === 0)
    return undefined
  return { date, span: { from, to }, childIds, seenFen: Number(seen) || 0 }
}
