import type { Day } from '../../../miniprogram/domain/day'
import { openSeats, type SeatLimit } from '../../../miniprogram/domain/seats'
import type { PricedSession, Session } from '../../../miniprogram/domain/session'
import type { Tariff } from '../../../miniprogram/domain/tariff'
import type { Instant } from '../../../miniprogram/domain/time'
import { pricedSessions } from './priced-sessions'

export interface SeatedSession extends PricedSession {
  readonly free: number
  readonly limit: SeatLimit
  readonly off?: string
}

/** Sessions with their price and what their days have left of them. */
export function seatedSessions(
  sessions: readonly Session[],
  tariffs: readonly Tariff[],
  days: readonly Day[],
  now: Instant,
): SeatedSession[] {
  return pricedSessions(sessions, tariffs).map((session) => {
    const day = days.find(({ date }) => date === session.date)
    const seats = day?.sessions?.[session.id]
    const off = seats?.off ?? session.cancelled?.why
    if (off !== undefined) return { ...session, free: 0, limit: 'closed', off }
    // A moment after it was planned the day does not know it yet.
    return day && seats
      ? { ...session, ...openSeats(day, seats, now) }
      : { ...session, free: session.places, limit: 'session' }
  })
}
