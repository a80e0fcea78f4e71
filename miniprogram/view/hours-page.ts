import type { Site } from '../domain/site'
import type { Span } from '../domain/span'
import { localTime, type Weekday } from '../domain/time'
import { spanWords, weekdayName } from './when'

export interface HoursRow {
  readonly weekday: Weekday
  readonly name: string
  readonly open: boolean
  readonly span: Span
  readonly aria: string
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
/** What a closed weekday opens with. */
const USUAL: Span = { from: localTime('08:30'), to: localTime('18:00') }

export function hoursRowsOf(hours: Site['hours']): HoursRow[] {
  return WEEK.map((weekday) => {
    const span = hours[weekday]
    const name = weekdayName(weekday)
    return {
      weekday,
      name,
      open: span !== undefined,
      span: span ?? USUAL,
      aria: `${name}，${span ? `开放 ${spanWords(span)}` : '不开放'}`,
    }
  })
}

/** The hours after one weekday was opened, closed or moved. */
export function withHours(
  hours: Site['hours'],
  weekday: Weekday,
  span: Span | undefined,
): Site['hours'] {
  const { [weekday]: _old, ...others } = hours
  return span ? { ...others, [weekday]: span } : others
}
