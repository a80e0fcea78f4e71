import { noticeVersionsOf } from '../../../miniprogram/domain/consent'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { settingsOf } from '../../../miniprogram/domain/setting'
import { tariffOn } from '../../../miniprogram/domain/tariff'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** All that the site decides for itself, with the number that a saving must bring back. */
export const showSettings: UseCase<'showSettings', 'staff'> = {
  name: 'showSettings',
  access: { for: 'staff', roles: ['operator', 'lead'] },
  async run({ store, now }, { siteId }) {
    const [site, tariffs, staff, [last]] = await Promise.all([
      store.sites.get(siteId),
      store.sites.tariffs(siteId),
      store.people.staffOf(siteId),
      store.changes.latest(siteId, 1),
    ])
    if (!site) throw new FaultError({ code: 'not_found' })
    const tariff = tariffOn(tariffs, dateOf(now))
    return accept({
      now,
      settings: settingsOf(site),
      editions: site.editions ?? {},
      notices: noticeVersionsOf(site),
      tariffVersion: tariff?.version ?? '',
      staff: staff.length,
      ...(last ? { last: { at: last.at, byName: last.byName } } : {}),
    })
  },
}
