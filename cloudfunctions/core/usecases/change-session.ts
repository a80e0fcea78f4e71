import { FaultError } from '../../../miniprogram/domain/fault'
import type { SessionId, SiteId } from '../../../miniprogram/domain/ids'
import { sessionDateOf, sessionsOf } from '../../../miniprogram/domain/programme'
import type { Result } from '../../../miniprogram/domain/result'
import type { Session } from '../../../miniprogram/domain/session'
import type { Context } from '../kernel/context'

/** Twenty people who tap at once each need a round of their own at worst. */
const ROUNDS = 24

/**
 * Reads the week, decides, and writes in one conditional update. Whoever was overtaken decides anew on what is there
 * then: of two for the last spot the second finds it taken.
 */
export async function changeSession<T extends { readonly session: Session }>(
  { store }: Context,
  { siteId, sessionId }: { readonly siteId: SiteId; readonly sessionId: SessionId },
  decide: (session: Session, week: readonly Session[]) => Result<T>,
): Promise<Result<T>> {
  const date = sessionDateOf(sessionId)
  if (!date) throw new FaultError({ code: 'not_found' })
  for (let round = 1; round <= ROUNDS; round++) {
    // oxlint-disable-next-line no-await-in-loop -- each round reads what the last one lost to
    const week = await store.programmes.week(siteId, date)
    const session = week.sessions[sessionId]
    if (!session) throw new FaultError({ code: 'not_found' })
    const decided = decide(session, sessionsOf([week]))
    if (!decided.ok || decided.value.session === session) return decided
    // oxlint-disable-next-line no-await-in-loop
    if (await store.programmes.save(week, [decided.value.session])) return decided
  }
  throw new FaultError({ code: 'busy' })
}
