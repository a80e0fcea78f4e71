import type { Booking as StoredBooking } from '../domain/booking'

/** A booking as its own family gets it. */
export type Booking = Omit<StoredBooking, 'householdId' | 'rev' | 'startsAt'>
