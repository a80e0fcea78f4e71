import type { Booking } from '../../../miniprogram/domain/booking'
import type { BookingId, HouseholdId } from '../../../miniprogram/domain/ids'
import type { Instant } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

const DOOR_TIMES = ['inAt', 'outAt', 'cancelFen'] as const

/** Readable copies of the days' reservations. */
export function openBookings(db: Database) {
  const bookings = new Collection<Booking>(db, 'bookings')
  const _ = db.command

  return {
    get: (id: BookingId): Promise<Booking | undefined> => bookings.get(id),

    many: (ids: readonly BookingId[]): Promise<Booking[]> =>
      ids.length === 0 ? Promise.resolve([]) : bookings.find({ _id: _.in([...ids]) }),

    ofHousehold: (householdId: HouseholdId, limit: number): Promise<Booking[]> =>
      bookings.find({ householdId }, { orderBy: ['startsAt', 'desc'], limit }),

    /** Bookings that start at this moment or later, the next first. */
    ahead: (householdId: HouseholdId, from: Instant): Promise<Booking[]> =>
      bookings.find(
        { householdId, startsAt: _.gte(from) },
        { orderBy: ['startsAt', 'asc'], limit: 20 },
      ),

    /** The copies of one attempt, in one request when none of them stands there yet. */
    async saveAll(made: readonly Booking[]): Promise<void> {
      const isNew = made.every(({ rev }) => rev === 1)
      if (isNew && (await bookings.insertAll(made.map((each) => [each.id, each])))) return
      for (const booking of made) await this.save(booking)
    },

    /** Bookings whose care lies between these dates, both included. */
    between: (householdId: HouseholdId, from: Instant, to: Instant): Promise<Booking[]> =>
      bookings.find({ householdId, startsAt: _.and(_.gte(from), _.lt(to)) }),

    /** Writes the copy unless a newer one stands there already. */
    async save(booking: Booking): Promise<void> {
      if (booking.rev === 1 && (await bookings.insert(booking.id, booking))) return
      const { id, rev } = booking
      // What was undone at the door is not in the booking any more, and must leave the copy.
      const undone = DOOR_TIMES.filter((field) => !(field in booking))
      const replaced = await bookings.change(
        { _id: id, rev: _.lt(rev) },
        {
          ...Object.fromEntries(undone.map((field) => [field, _.remove()])),
          ...Object.fromEntries(
            Object.entries(booking).map(([field, value]) => [field, _.set(value)]),
          ),
        },
      )
      if (replaced === 0 && rev > 1) await bookings.insert(id, booking)
    },
  }
}
