import { decideDoor } from '../../../miniprogram/domain/door'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { OverrideId } from '../../../miniprogram/domain/ids'
import type { Override } from '../../../miniprogram/domain/override'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { overrideViewOf } from './override-view'

/** Nobody takes a child without ticket or pass on one carer's word: this only asks another one. */
export const askOverride: UseCase<'askOverride', 'staff'> = {
  name: 'askOverride',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run(context, { siteId, bookingId, who, reason, attempt }, { openid, person }) {
    const { store, now, hash } = context
    const date = dateOf(now)
    const day = await store.days.readFor(siteId, date, [], [bookingId])
    const reservation = day?.reservations[bookingId]
    const decided = decideDoor({ ticket: { siteId, date }, act: 'out', siteId, reservation, now })
    if (!decided.ok) return decided
    if (!reservation) throw new FaultError({ code: 'not_found' })
    const { childId, householdId } = reservation
    const override: Override = {
      id: hash('override', openid, attempt, bookingId) as OverrideId,
      siteId,
      date,
      bookingId,
      childId,
      householdId,
      who,
      reason,
      askedBy: openid,
      askedByName: person.name,
      askedAt: now,
    }
    await store.overrides.add(override)
    return accept({ override: overrideViewOf(override, openid) })
  },
}
