import { SITE } from '../../local/seed/site'
import type { Reply } from '../../local/seed/laptop'
import { TOMORROW, type Family, type Point } from './open-point'

let nonces = 0
export const nonce = (): string => `nonce-${String(++nonces).padStart(4, '0')}`

export interface Expected {
  readonly family: Family
  readonly bookingId: string
  readonly ticket: string
}

/** A family with a child booked tomorrow, and its ticket. */
export async function expected(
  point: Point,
  openid: string,
  span: { from: string; to: string } = { from: '09:00', to: '11:00' },
): Promise<Expected> {
  const family = await point.family(openid, ['2024-10-20'])
  const booked = await point.book(family, span)
  const bookingId: string = booked.value.bookings[0].id
  const { ticket } = await point.call(openid, 'showBooking', { bookingId })
  return { family, bookingId, ticket }
}

/** What carers do at the door of this point. */
export const handsAt = (point: Point) => ({
  scan: (ticket: string, act: 'in' | 'out', more: object = {}, carer = 'o-lin'): Promise<Reply> =>
    point.tryCall(carer, 'scanTicket', { siteId: SITE, ticket, act, ...more }),

  tell: (acts: readonly object[], sentAt: number, carer = 'o-lin'): Promise<Reply> =>
    point.tryCall(carer, 'syncDoor', { siteId: SITE, sentAt, acts }),

  /** The child as the room shows it. */
  seen: async (bookingId: string): Promise<any> => {
    const room = await point.call('o-lin', 'showRoom', { siteId: SITE })
    return room.children.find((child: any) => child.bookingId === bookingId)
  },

  instant: (time: string, date = TOMORROW): number => Date.parse(`${date}T${time}:00+08:00`),
})
