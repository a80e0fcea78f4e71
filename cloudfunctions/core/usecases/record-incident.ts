import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf, timeOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** Kept as it was told; what turns out later is another record. The id is the attempt, so a retry is the same incident. */
export const recordIncident: UseCase<'recordIncident', 'staff'> = {
  name: 'recordIncident',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run({ store, now, hash }, input, { openid, person }) {
    const { siteId, attempt, bookingIds, time, place, what, action, told } = input
    const date = dateOf(now)
    if (time > timeOf(now))
      throw new FaultError({ code: 'invalid_input', fields: [{ path: 'time', why: 'wrong' }] })
    const day = await store.days.readFor(siteId, date, [], bookingIds)
    const found = bookingIds.map((id) => day?.reservations[id])
    const childIds = found.flatMap((each) => (each?.inAt === undefined ? [] : [each.childId]))
    if (childIds.length < bookingIds.length) return refuse({ code: 'not_here_today' })
    const id = hash(openid, attempt, siteId)
    await store.incidents.add({
      id,
      siteId,
      date,
      time,
      place,
      childIds,
      what,
      action,
      told,
      by: person.name,
      recordedAt: now,
    })
    return accept({ id })
  },
}
