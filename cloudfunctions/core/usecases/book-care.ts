import { householdOf, type ChildId } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { attemptOf } from './attempt-of'
import { bookPlaces } from './book-places'
import { ownChildren } from './own-children'
import { tellBooked } from './tell-booked'

/**
 * Books one span for one child or siblings: free places, or those that the family holds already by the confirm page or
 * by the waiting list. The message comes after; if the process dies in between, only when the attempt is repeated.
 */
export const bookCare: UseCase<'bookCare', 'family'> = {
  name: 'bookCare',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { openid, household }) {
    const children = ownChildren(household, input)
    const attempt = input.waitId ?? attemptOf(context, openid, input)
    // The card of an offer knows nothing of free hours: less than it says is welcome.
    const ask = { ...input, orLess: input.waitId !== undefined }
    const booked = await bookPlaces(context, ask, { household, children, attempt })
    if (!booked.ok) return booked
    await tellBooked(context, input, { openid, attempt, children, bookings: booked.value })
    return accept({ bookings: booked.value })
  },
}
