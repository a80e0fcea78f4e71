import { changeMessage, type CareTold, type Message } from './message'
import type { BookedSession } from './seats'
import { titled } from './titled'
import { offWords } from './why-closed'

/** The point takes a booking back: which story or class it was, and why. */
export function withdrawnMessage(care: CareTold, why: string): Message {
  const { session } = care
  const what = session ? titled(session.title, '取消了，不收费') : '托育点取消了，不收费'
  return changeMessage(care, what, whyWords(why))
}

/** There is nothing to wait for any more: the story or class does not take place. */
export function waitOverMessage(
  care: Omit<CareTold, 'bookingId' | 'session'>,
  { id, title }: Pick<BookedSession, 'id' | 'title'>,
  why: string,
): Message {
  const what = titled(title, '取消了，不用再等')
  const told = changeMessage({ ...care, bookingId: '' }, what, whyWords(why))
  return { ...told, page: `packages/programme/session-show/session-show?id=${id}` }
}

function whyWords(why: string): string {
  return why ? offWords(why) : '临时变动'
}
