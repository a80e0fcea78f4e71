import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { minutesSum, servedOf } from '../../../miniprogram/domain/service-hours'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { ownVolunteer } from './own-volunteer'

/** The caller's year: only what staff confirmed. */
export const showService: UseCase<'showService', 'anyone'> = {
  name: 'showService',
  access: { for: 'anyone' },
  async run(context, { siteId, year }, { openid }) {
    const { store, now } = context
    const [volunteer, site] = await Promise.all([
      ownVolunteer(context, siteId, openid),
      store.sites.get(siteId),
    ])
    if (!volunteer || !site) throw new FaultError({ code: 'not_found' })
    const [from, to] = [`${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate]
    const served = servedOf(await store.serviceHours.ofPerson(volunteer.id, from, to))
    const { name, team } = volunteer
    return accept({ now, name, team, site: site.name, minutes: minutesSum(served), served })
  },
}
