import { FaultError } from '../../../miniprogram/domain/fault'
import { exposureMessage } from '../../../miniprogram/domain/message'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf, timeOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { exposedFamilies } from './exposed-families'
import { tellFamily } from './tell-family'

/** Tells exactly the families who were there together, once each, without the child's name. */
export const sendExposure: UseCase<'sendExposure', 'staff'> = {
  name: 'sendExposure',
  access: { for: 'staff', roles: ['lead', 'operator'] },
  async run(context, { siteId, bookingId }) {
    const { store, now } = context
    const { check, exposed } = await exposedFamilies(context, siteId, bookingId)
    if (exposed.length === 0) return refuse({ code: 'nobody_to_tell' })
    const households = exposed.map(({ household }) => household)
    const told = { illness: check.illness.name, date: check.date }
    const message = exposureMessage(told, dateOf(now), timeOf(now))
    const site = await store.sites.get(siteId)
    if (!site) throw new FaultError({ code: 'not_found' })
    for (const household of households)
      await tellFamily(context, site, household, { key: `exposure_${bookingId}`, message })
    await store.checks.noticed(bookingId, now)
    return accept({ households: households.length, sentAt: check.noticedAt ?? now })
  },
}
