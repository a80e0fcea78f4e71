import { householdOf, type ChildId } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { bookSeats } from './book-seats'
import { ownChildren } from './own-children'
import { tellBooked } from './tell-booked'

/** Books a story or class: free places, or those that the waiting list keeps for the family. The message comes after. */
export const bookSession: UseCase<'bookSession', 'family'> = {
  name: 'bookSession',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { openid, household }) {
    const children = ownChildren(household, input)
    const { siteId, sessionId, waitId, accepted } = input
    const sorted = [...input.childIds].sort()
    const attempt =
      waitId ?? context.hash('session', openid, input.attempt, siteId, sessionId, ...sorted)
    const booked = await bookSeats(context, input, { household, children, attempt })
    if (!booked.ok) return booked
    const bookings = booked.value
    await tellBooked(context, { siteId, accepted }, { openid, attempt, children, bookings })
    return accept({ bookings })
  },
}
