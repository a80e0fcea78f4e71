import type { Api } from '../../cloudfunctions/core/contract/api'
import { call } from './call'

/** Who the person is, their site and family, and what the home page shows. */
export type Session = Api['enterApp']['output']
export type Household = NonNullable<Session['household']>
export type Child = Household['children'][number]

let last: Session | undefined
const listeners = new Set<(session: Session) => void>()

/** Asks anew; also after anything that changed the family, its bookings or its messages. */
export async function enter(): Promise<Session> {
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
  return last ?? enter()
}

/** Tells of every new answer until the returned function is called. */
export function onEnter(listener: (session: Session) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
