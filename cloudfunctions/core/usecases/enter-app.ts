import { isAhead } from '../../../miniprogram/domain/booking'
import { consentsDue, noticeVersionsOf } from '../../../miniprogram/domain/consent'
import { isGuardian } from '../../../miniprogram/domain/household'
import { accept } from '../../../miniprogram/domain/result'
import { tariffOn } from '../../../miniprogram/domain/tariff'
import { FaultError } from '../../../miniprogram/domain/fault'
import { DAY, addDays, dateOf, later, timeOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { householdViewOf } from './household-view'
import { ownWaits } from './own-waits'
import { pricedSessions } from './priced-sessions'

/** Who am I, what may I do, and everything that the home page shows. */
export const enterApp: UseCase<'enterApp', 'anyone'> = {
  name: 'enterApp',
  access: { for: 'anyone' },
  async run(context, input, { openid }) {
    const { store, now } = context
    const today = dateOf(now)
    const [person, sites, unread] = await Promise.all([
      store.people.get(openid),
      input.siteId ? store.sites.get(input.siteId).then((site) => [site]) : store.sites.all(),
      store.messages.unread(openid),
    ])
    const family = person?.householdId && (await store.households.get(person.householdId))
    const household = family && isGuardian(family, openid) ? family : undefined
    const site = sites.find((each) => each?.id === household?.siteId) ?? sites[0]
    if (!site) throw new FaultError({ code: 'not_found' })
    const guardian = household?.guardians.find((each) => each.openid === openid)
    const [tariffs, day, sessions, ahead, waits] = await Promise.all([
      store.sites.tariffs(site.id),
      store.days.show(site.id, today),
      store.programmes.between(site.id, today, addDays(today, 6)),
      household ? store.bookings.ahead(household.id, later(now, -DAY)) : [],
      household ? ownWaits(context, household) : [],
    ])
    const ofDay = tariffs.find(({ version }) => version === day?.tariffVersion)
    const tariff = ofDay ?? tariffOn(tariffs, today)
    if (!tariff) throw new Error(`no tariff of ${site.id} on ${today}`)
    return accept({
      now,
      site: { ...site, templates: { ...site.templates } },
      tariff,
      me: {
        ...(person?.name ? { name: person.name } : {}),
        roles: [...(person?.roles[site.id] ?? [])],
        unread,
        consentsDue: guardian ? consentsDue(guardian, noticeVersionsOf(site)) : [],
      },
      ...(household ? { household: householdViewOf(household) } : {}),
      ...(day ? { today: day } : {}),
      next: ahead.filter((booking) => isAhead(booking, now)),
      waits,
      sessions: pricedSessions(sessions, tariffs).filter(
        ({ date, span, cancelled }) => !cancelled && (date > today || span.to > timeOf(now)),
      ),
    })
  },
}
