import { accept } from '../../../miniprogram/domain/result'
import { minutesSum } from '../../../miniprogram/domain/service-hours'
import { dateOf, type LocalDate } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

export const listVolunteers: UseCase<'listVolunteers', 'staff'> = {
  name: 'listVolunteers',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, now }, { siteId }) {
    const year = dateOf(now).slice(0, 4)
    const [volunteers, entries] = await Promise.all([
      store.volunteers.ofSite(siteId),
      store.serviceHours.ofSite(siteId, `${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate),
    ])
    return accept({
      now,
      volunteers: volunteers.map((volunteer) => ({
        ...volunteer,
        minutes: minutesSum(entries.filter(({ volunteerId }) => volunteerId === volunteer.id)),
      })),
    })
  },
}
