import type { Child } from '../../../miniprogram/domain/child'
import { fen } from '../../../miniprogram/domain/money'
import type { Household } from '../../../miniprogram/domain/household'
import { bookingIdOf, type BookingId, type SeriesId } from '../../../miniprogram/domain/ids'
import { isUrgent } from '../../../miniprogram/domain/release'
import {
  nextAtOf,
  refusedDayOf,
  type Series,
  type SeriesDay,
} from '../../../miniprogram/domain/series'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { cancelReservation } from './cancel-reservation'
import { bookPlaces } from './book-places'

export interface Settled {
  readonly series: Series
  /** The days of which something was decided now, in order. */
  readonly decided: readonly LocalDate[]
}

/**
 * Decides every day of the series that is due. Each day's bookings have their own fixed ids, so that a process that
 * died half-way is followed up by whoever comes next, the family's retry or the timer, with the same outcome.
 * Undefined when somebody changed the series meanwhile.
 */
export async function settleSeries(
  context: Context,
  series: Series,
  household: Household,
): Promise<Settled | undefined> {
  const { store, now } = context
  const days: Record<LocalDate, SeriesDay> = { ...series.days }
  const decided: LocalDate[] = []
  for (const date of Object.keys(days).sort() as LocalDate[]) {
    const day = days[date]
    if (day?.state !== 'waiting' || day.until > now) continue
    days[date] = await decideDay(context, series, household, date)
    decided.push(date)
  }
  const isFirst = series.state === 'asked'
  const failed = Object.values(days).some(({ state }) => state === 'refused')
  const undone = isFirst && series.mode === 'all' && failed
  if (undone) for (const date of decided) await undo(context, series, date, days[date])
  const { nextAt: _nextAt, ...rest } = series
  const nextAt = undone ? undefined : nextAtOf(days)
  const after: Series = {
    ...rest,
    days,
    state: undone ? 'refused' : isFirst ? 'stands' : series.state,
    ...(nextAt === undefined ? {} : { nextAt }),
  }
  if (await store.series.save(series, after))
    return { series: { ...after, rev: series.rev + 1 }, decided }
  // Cancelled while its days were being booked: what was booked just now goes too.
  const current = await store.series.get(series.id)
  if (current?.state === 'cancelled')
    for (const date of decided) await undo(context, series, date, days[date])
  return undefined
}

async function decideDay(
  context: Context,
  series: Series,
  household: Household,
  date: LocalDate,
): Promise<SeriesDay> {
  const { siteId, span, seenTotalFen, childIds, id, state } = series
  const children = childIds.flatMap((childId): Child[] =>
    household.children.filter((child) => child.id === childId),
  )
  if (children.length < childIds.length) return { state: 'refused', why: 'session_full' }
  // A request that was kept never takes urgent places; the family at the moment of asking may.
  const day = state === 'asked' ? undefined : await context.store.days.show(siteId, date)
  if (day && isUrgent(day, context.now)) return { state: 'refused', why: 'session_full' }
  const attempt = attemptOf(context, id, date)
  const ask = { siteId, date, span, seenTotalFen, orLess: true }
  const booked = await bookPlaces(context, ask, { household, children, attempt })
  if (!booked.ok) return refusedDayOf(booked.refusal, date)
  // Taken and given up again by an attempt to book all days that failed.
  if (state === 'asked' && booked.value.some((each) => each.state !== 'booked'))
    return { state: 'refused', why: 'session_full' }
  return { state: 'booked', bookingIds: booked.value.map((each) => each.id) }
}

function attemptOf({ hash }: Context, id: SeriesId, date: LocalDate): string {
  return hash('series', id, date)
}

/**
 * A process may have died between booking a day and writing that down, and then the family ended the series: what was
 * booked of days that were dropped goes, so that nobody keeps a place that nobody wants.
 */
export async function clearDropped(context: Context, series: Series): Promise<void> {
  for (const [date, { state }] of Object.entries(series.days) as [LocalDate, SeriesDay][]) {
    if (state !== 'dropped') continue
    const attempt = attemptOf(context, series.id, date)
    const bookingIds = series.childIds.map((childId) => bookingIdOf(attempt, childId))
    await undo(context, series, date, { state: 'booked', bookingIds })
  }
  const { nextAt: _nextAt, ...done } = series
  await context.store.series.save(series, done)
}

/** Nobody has been told of these bookings yet: they go without a trace in the family's bill. */
async function undo(
  context: Context,
  { siteId }: Series,
  date: LocalDate,
  day: SeriesDay | undefined,
): Promise<void> {
  if (day?.state !== 'booked') return
  const read = await context.store.days.readFor(siteId, date, [], day.bookingIds)
  for (const id of day.bookingIds as BookingId[]) {
    const reservation = read?.reservations[id]
    if (reservation?.state === 'booked')
      await cancelReservation(context, { siteId, date, id }, reservation, fen(0))
  }
}
