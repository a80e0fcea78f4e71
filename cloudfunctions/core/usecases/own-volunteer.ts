import type { SiteId, VolunteerId } from '../../../miniprogram/domain/ids'
import type { Volunteer } from '../../../miniprogram/domain/volunteer'
import type { Context } from '../kernel/context'

/** One for each site and account, and nobody reads the account from it. */
export function volunteerIdOf({ hash }: Context, siteId: SiteId, openid: string): VolunteerId {
  return hash('volunteer', siteId, openid) as VolunteerId
}

export function ownVolunteer(
  context: Context,
  siteId: SiteId,
  openid: string,
): Promise<Volunteer | undefined> {
  return context.store.volunteers.get(volunteerIdOf(context, siteId, openid))
}
