import type { RoomChild } from '../view/room-now'
import { CallError } from './call'
import { loadRoom, openRoom } from './room'

/** A child of today by its booking, from the room as it was last seen, or asked anew. */
export async function roomChild(id: string): Promise<RoomChild> {
  const find = (children: readonly RoomChild[]) => children.find((each) => each.bookingId === id)
  const found = find((await openRoom())?.children ?? []) ?? find((await loadRoom()).children)
  if (!found) throw new CallError({ code: 'not_found' }, '')
  return found
}
