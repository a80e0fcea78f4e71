import type { TicketKeys } from '../domain/ticket'
import type { Room, RoomChild } from '../view/room-now'
import { call } from './call'
import { entered } from './session'

/** The room today as staff see it, and the keys that check tickets. */
export interface RoomToday extends Room {
  readonly ticketKeys: TicketKeys
}

let last: RoomToday | undefined

/** Asks anew. In memory only: nothing about children is kept on a carer's phone. */
export async function loadRoom(): Promise<RoomToday> {
  const { site } = await entered()
  last = await call('showRoom', { siteId: site.id })
  return last
}

/** The last answer; undefined before the first. */
export function lastRoom(): RoomToday | undefined {
  return last
}

/** What the door has just changed, so that the next scan needs no network to know it. */
export function rememberChild(child: RoomChild): void {
  if (!last) return
  const others = last.children.filter(({ bookingId }) => bookingId !== child.bookingId)
  last = { ...last, children: [...others, child] }
}
