import { addDays, dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { leaveCrews } from './leave-crews'

/** Sessions without confirmed time are looked through so far back. */
const DAYS_BACK = 35

/** The profile last, so that a retry finds what is left. Sessions ahead want somebody else; old ones lose the name. */
export async function forgetVolunteer(context: Context, openid: string): Promise<void> {
  const { store, now } = context
  for (const { id, siteId } of await store.volunteers.ofAccount(openid)) {
    const first = await store.serviceHours.firstDateOf(id)
    const back = addDays(dateOf(now), -DAYS_BACK)
    await leaveCrews(context, siteId, id, first && first < back ? first : back)
    await store.serviceHours.erase(id)
    await store.people.removeRole(openid, siteId, 'volunteer')
    await store.volunteers.erase(id)
  }
}
