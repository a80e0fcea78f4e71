import { decideDoor } from '../../../miniprogram/domain/door'
import { FaultError } from '../../../miniprogram/domain/fault'
import { decideAgreeing } from '../../../miniprogram/domain/override'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { dutyKeyOf } from './duty-key'
import { doorStateOf, recordDoor } from './record-door'

/**
 * The second carer's word, by the platform's identity, and the child goes home. Killed in between, agreeing once more
 * finishes it: the record bears the override's id.
 */
export const agreeOverride: UseCase<'agreeOverride', 'staff'> = {
  name: 'agreeOverride',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run(context, { siteId, overrideId }, { openid, person }) {
    const { store, now } = context
    const override = await store.overrides.get(overrideId)
    if (!override || override.siteId !== siteId) throw new FaultError({ code: 'not_found' })
    const decided = decideAgreeing(override, openid, now)
    if (!decided.ok) return decided
    const by = { openid, name: person.name }
    if (decided.value === 'agree' && !(await store.overrides.agree(overrideId, by, now)))
      return refuse({ code: 'override_agreed' })
    const { date, bookingId } = override
    const recorded = await recordDoor(context, { siteId, date, bookingId }, (before) => {
      if (before?.door?.[overrideId]) return accept({})
      const ticket = { siteId, date }
      const out = decideDoor({ ticket, act: 'out', siteId, reservation: before, now })
      if (!out.ok) return out
      const by = dutyKeyOf(context, openid)
      return accept({ [overrideId]: { act: 'out', at: now, by, way: 'override' } })
    })
    return recorded.ok ? accept(doorStateOf(recorded.value.booking, recorded.value.door)) : recorded
  },
}
