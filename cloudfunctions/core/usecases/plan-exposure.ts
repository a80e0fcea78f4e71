import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { auditRead } from './audit-read'
import { exposedFamilies } from './exposed-families'
import { callOf } from './call-of'

/** Whom an exposure notice would tell. It is sent by a person, never by itself. */
export const planExposure: UseCase<'planExposure', 'staff'> = {
  name: 'planExposure',
  access: { for: 'staff', roles: ['lead', 'operator'] },
  async run(context, { siteId, bookingId }, found) {
    const { check, exposed } = await exposedFamilies(context, siteId, bookingId)
    await auditRead(context, found, { siteId, what: 'exposure', childIds: [check.childId] })
    return accept({
      illness: check.illness.name,
      date: check.date,
      families: exposed.map(({ household, childIds, minutes }) => ({
        ...callOf(household),
        children: household.children
          .filter(({ id }) => childIds.includes(id))
          .map(({ name }) => name),
        minutes,
      })),
      ...(check.noticedAt === undefined ? {} : { sentAt: check.noticedAt }),
    })
  },
}
