import type { DoorAct } from '../domain/door'
import { isOwnEcho, mayBeStale, verdictOf, type Verdict } from '../view/door-verdict'
import type { RoomChild } from '../view/room-now'
import { call, CallError } from './call'
import { now } from './clock'
import { lastRoom, loadRoom, rememberChild, type RoomToday } from './room'
import { entered } from './session'

/**
 * What this phone finds about a scanned text, from the room as it was last seen. Before a no that
 * only an old picture may have caused it looks again; without network the first verdict stands.
 */
export async function judgeTicket(text: string): Promise<Verdict> {
  const { site } = await entered()
  const judge = ({ children, ticketKeys }: RoomToday): Verdict =>
    verdictOf({ text, siteId: site.id, children, ticketKeys, now: now() })
  const known = lastRoom()
  if (!known) return judge(await loadRoom())
  const first = judge(known)
  if (first.ok || !mayBeStale(first.refusal)) return first
  try {
    return judge(await loadRoom())
  } catch {
    return first
  }
}

/** Writes the act down, and returns the child as it then is. */
export async function passDoor(text: string, act: DoorAct, child: RoomChild): Promise<RoomChild> {
  const tappedAt = now()
  try {
    const { site } = await entered()
    const passed = await call('scanTicket', { siteId: site.id, ticket: text, act })
    rememberChild(passed.child)
    return passed.child
  } catch (error) {
    // The first reply was lost and its retry met our own act: it is done.
    if (!(error instanceof CallError) || !isOwnEcho(error.detail, act, tappedAt)) throw error
    const done: RoomChild =
      act === 'in'
        ? { ...child, state: 'inside', inAt: tappedAt }
        : { ...child, state: 'gone', outAt: tappedAt }
    rememberChild(done)
    return done
  }
}

/** The name of a child's group, for the verdict. */
export function groupNameOf({ groupId }: RoomChild): string {
  return lastRoom()?.day?.groups.find(({ id }) => id === groupId)?.name ?? ''
}
