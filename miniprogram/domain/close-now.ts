import type { Day } from './day'
import type { Closure } from './site'
import { SLOT_MINUTES, covers } from './span'
import { minutesOf, timeAt, type LocalTime } from './time'

/** The closing of the rest of a day, from the half hour that runs, or of all of it; undefined when it is over or closed already. */
export function closedNow(
  day: Pick<Day, 'date' | 'hours' | 'closed'> | undefined,
  { whole, why }: { readonly whole: boolean; readonly why: string },
  time: LocalTime,
  closures: readonly Closure[] = [],
): Closure | undefined {
  if (!day?.hours || day.closed !== undefined) return undefined
  const { from: opens, to: ends } = day.hours
  if (time >= ends) return undefined
  const running = timeAt(Math.floor(minutesOf(time) / SLOT_MINUTES) * SLOT_MINUTES)
  // Before it opens, the rest of the day is all of it.
  if (whole || running <= opens) return { date: day.date, why }
  const span = { from: running, to: ends }
  const isClosed = closures.some(
    (each) => each.date === day.date && each.span && covers(each.span, span),
  )
  return isClosed ? undefined : { date: day.date, why, span }
}

/** What every family reads of it: 停水停电，10:00 起闭园 */
export function closingNotice({ span, why }: Pick<Closure, 'span' | 'why'>): {
  readonly title: string
  readonly text: string
} {
  return span
    ? { title: '今天提前闭园', text: `${why}，${span.from}起请来接` }
    : { title: '今天闭园', text: `${why}，今天不开放` }
}
