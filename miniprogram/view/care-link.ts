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

export function careLinkOf({ seenFen, ...chosen }: ChosenCare): string {
  return `${chosenLinkOf('booking-confirm', chosen)}&seen=${seenFen}`
}

/** The page for what was chosen so far, which may be less than a booking. */
export function chosenLinkOf(
  page: 'booking-confirm' | 'series-book' | 'draw-show',
  { date, span, childIds }: Partial<ChosenCare>,
): string {
  const day = date ? `&date=${date}` : ''
  const hours = span ? `&from=${span.from}&to=${span.to}` : ''
  return `/pages/${page}/${page}?kids=${(childIds ?? []).join(',')}${day}${hours}`
}

type Query = Readonly<Record<string, string | undefined>>

/** Undefined for an address that says nothing bookable. WeChat hands values over as they stand in it. */
export function careFromQuery(query: Query): ChosenCare | undefined {
  const { date, span, childIds } = chosenFromQuery(query)
  if (!date || !span || childIds.length === 0) return undefined
  return { date, span, childIds, seenFen: Number(query['seen']) || 0 }
}

/** What an address says of it. */
export function chosenFromQuery(
  query: Query,
): Pick<ChosenCare, 'childIds'> & Partial<Pick<ChosenCare, 'date' | 'span'>> {
  const [date = '', from = '', to = '', kids = ''] = ['date', 'from', 'to', 'kids'].map((name) =>
    decodeURIComponent(query[name] ?? ''),
  )
  return {
    childIds: kids.split(',').filter(isId) as ChildId[],
    ...(isLocalDate(date) ? { date } : {}),
    ...(isLocalTime(from) && isLocalTime(to) ? { span: { from, to } } : {}),
  }
}
