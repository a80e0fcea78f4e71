import type { Booking } from '../../../miniprogram/domain/booking'
import type { Child } from '../../../miniprogram/domain/child'
import { householdOf, type ChildId } from '../../../miniprogram/domain/ids'
import { bookedMessage } from '../../../miniprogram/domain/message'
import { sumOf } from '../../../miniprogram/domain/money'
import { accept } from '../../../miniprogram/domain/result'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { attemptOf } from './attempt-of'
import { bookPlaces } from './book-places'
import { ownChildren } from './own-children'

type Input = InputOf<'bookCare'>

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

async function tellBooked(
  { store, notify, now }: Context,
  { siteId, accepted }: Input,
  told: {
    openid: string
    attempt: string
    children: readonly Child[]
    bookings: readonly Booking[]
  },
): Promise<void> {
  const { openid, attempt, children, bookings } = told
  const [first] = bookings
  // Nothing was allowed in this tap, so nothing can be sent: the booking itself is in the list of bookings.
  if (!first || accepted.length === 0) return
  const site = accepted.includes('booked') ? await store.sites.get(siteId) : undefined
  const templateId = site?.templates['booked']
  const total = sumOf(bookings.map(({ quote }) => quote.totalFen))
  const care = {
    childNames: children.map(({ name }) => name),
    date: first.date,
    span: first.span,
    bookingId: first.id,
  }
  await notify.tell({
    key: `booked_${attempt}`,
    openid,
    message: bookedMessage(care, total),
    allowed: accepted,
    ...(templateId ? { templateId } : {}),
    at: now,
  })
}
