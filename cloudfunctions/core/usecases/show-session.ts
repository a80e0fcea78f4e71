import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian, type Household } from '../../../miniprogram/domain/household'
import { reservationsOf, type DayBook } from '../../../miniprogram/domain/day'
import { occupies } from '../../../miniprogram/domain/day-change'
import type { SessionId } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { dateOfSession } from './decide-seats'
import { namedBooks } from './named-books'
import { seatedSessions } from './seated-sessions'
import { waitViewsOf } from './wait-view'

/** One session with what is left of it, and the caller's own part in it. */
export const showSession: UseCase<'showSession', 'anyone'> = {
  name: 'showSession',
  access: { for: 'anyone' },
  async run(context, input, { openid }) {
    const { store, now } = context
    const { siteId, sessionId } = input
    const date = dateOfSession(input)
    const [found, site, tariffs, day, person] = await Promise.all([
      store.programmes.session(siteId, sessionId),
      store.sites.get(siteId),
      store.sites.tariffs(siteId),
      store.days.read(siteId, date),
      store.people.get(openid),
    ])
    const [session] = seatedSessions(found ? [found] : [], tariffs, day ? [day] : [], now)
    if (!session) throw new FaultError({ code: 'not_found' })
    const books = await namedBooks(context, [session])
    const family = person?.householdId && (await store.households.get(person.householdId))
    const household = family && isGuardian(family, openid) ? family : undefined
    const wait =
      household &&
      day &&
      waitViewsOf(day, household.id, now).find((each) => each.session?.id === sessionId)
    return accept({
      now,
      session,
      roomName: site?.rooms?.find(({ id }) => id === session.room)?.name ?? '',
      books,
      booked: household && day ? bookedIn(day, household, sessionId) : [],
      ...(wait ? { wait } : {}),
    })
  },
}

function bookedIn(day: DayBook, { id }: Household, sessionId: SessionId) {
  return reservationsOf(day)
    .filter(
      ([, reservation]) =>
        reservation.householdId === id &&
        reservation.session?.id === sessionId &&
        reservation.state !== 'held' &&
        occupies(reservation),
    )
    .map(([bookingId, { childId }]) => ({ childId, bookingId }))
}
