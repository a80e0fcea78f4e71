import type { Api } from '../../cloudfunctions/core/contract/api'
import { call } from './call'

/** Who the person is, their site and family, and what the home page shows. */
export type Session = Api['enterApp']['output']
export type Household = NonNullable<Session['household']>
export type Child = Household['children'][number]

let last: Session | undefined
/** What the launch asked for, until somebody takes it or asks anew. */
let ahead: Promise<Session> | undefined
const listeners = new Set<(session: Session) => void>()

/** How long the launch's answer still counts as one of now. */
const FRESH_MS = 3000

/** At launch: the question travels while the first page is being loaded. */
export function enterAhead(): void {
  const asked = enter()
  ahead = asked
  // Whoever takes it hears of the failure.
  asked.catch(() => undefined)
  setTimeout(() => {
    if (ahead === asked) ahead = undefined
  }, FRESH_MS)
}

/** For a page that comes to the screen: what the launch asked for, once, else anew. */
export function arrive(): Promise<Session> {
  const asked = ahead
  ahead = undefined
  return asked ?? enter()
}

/** Asks anew; also after anything that changed the family, its bookings or its messages. */
export async function enter(): Promise<Session> {
  ahead = undefined
  last = await call('enterApp', {})
  for (const listener of listeners) listener(last)
  return last
}

/** The last answer; undefined before the first. */
export function session(): Session | undefined {
  return last
}

/** The last answer, or the first. */
export async function entered(): Promise<Session> {
  return last ?? arrive()
}

/** Tells of every new answer until the returned function is called. */
export function onEnter(listener: (session: Session) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
