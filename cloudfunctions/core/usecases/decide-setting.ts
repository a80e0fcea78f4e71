import { excludedBy, type DatedBooking } from '../../../miniprogram/domain/decide-hours'
import { displacedBy } from '../../../miniprogram/domain/displaced'
import { FaultError } from '../../../miniprogram/domain/fault'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import type { Roster } from '../../../miniprogram/domain/roster'
import {
  changedSite,
  sameValue,
  settingsOf,
  siteChangeOf,
  type NamedSetting,
} from '../../../miniprogram/domain/setting'
import type { Changed } from '../../../miniprogram/domain/setting-change'
import { settingProblems } from '../../../miniprogram/domain/setting-problems'
import type { Site } from '../../../miniprogram/domain/site'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { StoredSite } from '../store/sites'
import type { Decided } from './change-setting'
import { namedBookings } from './named-bookings'
import { freshDay, plannedSessions } from './plan-site'

/** What a setting makes of the site, or who stands in its way. Undefined: it is so already. */
export async function decideSetting(
  context: Context,
  site: StoredSite,
  setting: NamedSetting,
  isUndo: boolean,
): Promise<Result<Decided | undefined>> {
  const { now } = context
  const { what, value } = setting
  const before = settingsOf(site)[what]
  if (sameValue(before, value)) return accept(undefined)
  const problems = settingProblems(setting)
  if (problems.length > 0) return refuse({ code: 'setting_wrong', problems })
  const change = siteChangeOf(site, setting, now)
  const standing = await refuseStanding(context, site, changedSite(site, change), { what, isUndo })
  if (!standing.ok) return standing
  const edition = (site.editions?.[what] ?? 0) + 1
  const changed = { what, edition, before, after: value } as Changed
  return accept({ site: change, changed })
}

/** What is booked and rostered by the old setting and would hang in the air under the new one. */
async function refuseStanding(
  context: Context,
  site: Site,
  after: Site,
  { what, isUndo }: { readonly what: NamedSetting['what']; readonly isUndo: boolean },
): Promise<Result<undefined>> {
  if (what !== 'hours' && what !== 'groups') return accept(undefined)
  const { store, now, calendarOf } = context
  const dates = daysAhead(dateOf(now))
  const [roster, tariffs, sessions, days] = await Promise.all([
    store.sites.roster(site.id),
    store.sites.tariffs(site.id),
    plannedSessions(context, site.id),
    store.days.readMany(site.id, dates),
  ])
  if (!roster) throw new FaultError({ code: 'not_found' })
  const calendar = calendarOf(dates)
  const named = (bookings: readonly DatedBooking[]) => namedBookings(store, bookings)
  const displaced = days.flatMap((day) => {
    const fresh = freshDay({ site: after, roster, tariffs, sessions, calendar }, day.date)
    return fresh ? displacedBy(day, fresh, now) : []
  })
  if (isUndo && displaced.length > 0)
    return refuse({ code: 'undo_blocked', bookings: await named(displaced) })
  if (what === 'hours') {
    const excluded = excludedBy(after.hours, days, calendar, now)
    return excluded.length > 0
      ? refuse({ code: 'hours_exclude_bookings', bookings: await named(excluded) })
      : accept(undefined)
  }
  const ids = new Set(after.groups.map(({ id }) => id))
  const carers = carersOutside(roster, ids)
  if (carers.length > 0) return refuse({ code: 'group_has_carers', carers })
  const homeless = displaced.filter(({ reservation }) => !ids.has(reservation.groupId))
  return homeless.length > 0
    ? refuse({ code: 'group_in_use', bookings: await named(homeless) })
    : accept(undefined)
}

/** Carers whom the weekly roster has in a group that is not there. */
function carersOutside({ weekly }: Roster, groups: ReadonlySet<string>): string[] {
  const shifts = Object.values(weekly).flat()
  return [
    ...new Set(shifts.filter(({ groupId }) => !groups.has(groupId)).map(({ carer }) => carer)),
  ]
}
