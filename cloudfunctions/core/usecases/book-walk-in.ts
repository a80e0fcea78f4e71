import { quoteFor } from '../../../miniprogram/domain/bill'
import { bookingOf } from '../../../miniprogram/domain/booking'
import type { Reservation } from '../../../miniprogram/domain/day'
import { FaultError } from '../../../miniprogram/domain/fault'
import { bookingIdOf } from '../../../miniprogram/domain/ids'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import { walkInSpans } from '../../../miniprogram/domain/walk-in'
import type { UseCase } from '../kernel/use-case'
import { claimTrial, releaseTrial } from './claim-trial'
import { decidePlaces, readDay, takePlaces } from './decide-places'
import { walkInAsking, walkInChild } from './walk-in-asking'

/** A booking like any other, made by staff for the family at the door: the same rules, price and conditional update. */
export const bookWalkIn: UseCase<'bookWalkIn', 'staff'> = {
  name: 'bookWalkIn',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run(context, { siteId, childId, span, attempt, seenTotalFen }, { openid }) {
    const { store, now, hash } = context
    const child = await walkInChild(context, siteId, childId)
    const { household } = child
    const date = dateOf(now)
    const id = bookingIdOf(hash('walk-in', openid, attempt, childId, date), childId)
    const input = { siteId, date, span, childIds: [childId] }
    const asking = walkInAsking(child, date, span, [id])
    const read = await readDay(context, input, asking)
    if (!read) return refuse({ code: 'day_not_open', date })
    const { day } = read
    // The same attempt again, after a lost reply.
    const before = day.reservations[id]
    if (before) return accept({ booking: bookingOf(siteId, date, id, before) })
    const open = day.hours ? walkInSpans(day.hours, now) : []
    if (!open.some(({ from, to }) => from === span.from && to === span.to))
      return refuse({ code: 'span_past' })
    const decided = await decidePlaces(context, input, asking, read)
    if (!decided.ok) return decided
    const { placements, bill, letGo } = decided.value
    if (bill.totalFen !== seenTotalFen)
      return refuse({ code: 'price_changed', quotes: [], totalFen: bill.totalFen })
    const [place] = placements
    if (!place) throw new FaultError({ code: 'not_found' })
    if (!(await claimTrial(context, household, { siteId, date, span, ids: [id] })))
      return refuse({ code: 'papers_first' })
    const after: Reservation = {
      state: 'booked',
      householdId: household.id,
      ...place,
      span,
      quote: quoteFor(bill, childId),
      rev: 1,
      bookedAt: now,
    }
    const taking = { moves: [{ id, before: undefined, after }], waits: [] }
    if (!(await takePlaces(context, read, letGo, taking))) {
      await releaseTrial(context, household, [id])
      throw new FaultError({ code: 'busy' })
    }
    const booking = bookingOf(siteId, date, id, after)
    await store.bookings.save(booking)
    return accept({ booking })
  },
}
