import { partOf, withoutPerson } from '../../../miniprogram/domain/crew'
import type { SiteId, VolunteerId } from '../../../miniprogram/domain/ids'
import { lastPlanned } from '../../../miniprogram/domain/planning'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf, type LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { changeSession } from './change-session'

/** Everything that the person was going to do is open again; of sessions since `from`, by default today. */
export async function leaveCrews(
  context: Context,
  siteId: SiteId,
  id: VolunteerId,
  from: LocalDate = dateOf(context.now),
): Promise<void> {
  const { store, now } = context
  for (const session of await store.programmes.between(siteId, from, lastPlanned(dateOf(now))))
    if (partOf(session, id))
      await changeSession(context, { siteId, sessionId: session.id }, (each) =>
        accept({ session: partOf(each, id) ? withoutPerson(each, id) : each }),
      )
}
