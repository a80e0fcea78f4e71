import { decideUndo } from '../../../miniprogram/domain/door'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { dutyKeyOf } from './duty-key'
import { doorStateOf, recordDoor } from './record-door'

/** A slip of today: both the act and its undoing stay on record. */
export const undoScan: UseCase<'undoScan', 'staff'> = {
  name: 'undoScan',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run(context, { siteId, bookingId, undoes, reason, nonce }, { openid }) {
    const { now } = context
    const where = { siteId, date: dateOf(now), bookingId }
    const recorded = await recordDoor(context, where, (before) => {
      if (before?.door?.[nonce]) return accept({})
      const decided = decideUndo(before, undoes)
      if (!decided.ok) return decided
      const by = dutyKeyOf(context, openid)
      return accept({ [nonce]: { act: 'undo', at: now, by, undoes, reason } })
    })
    return recorded.ok ? accept(doorStateOf(recorded.value.booking, recorded.value.door)) : recorded
  },
}
