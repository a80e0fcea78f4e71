import { FaultError } from '../../../miniprogram/domain/fault'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import type { SettingName, SiteChange } from '../../../miniprogram/domain/setting'
import {
  changeIdOf,
  type Changed,
  type SettingChange,
} from '../../../miniprogram/domain/setting-change'
import { dateOf, type Instant } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { StoredSite } from '../store/sites'
import { settleChange } from './settle-change'

export interface Changing {
  readonly siteId: SiteId
  readonly what: SettingName | 'roles'
  /** As often as it had been changed when its author read it. */
  readonly edition: number
  readonly attempt: string
  readonly by: { readonly openid: string; readonly name: string }
  readonly undoes?: string
}

export interface Decided {
  readonly site: SiteChange
  readonly changed: Changed
}

/** How often another setting's change may come in between. */
const TRIES = 5

/**
 * One conditional update of the site is the change: its value, its number, and the entry for the list, which is copied
 * out after it. Whoever dies in between leaves the entry on the site, and the next change or the timer copies it out.
 * A second author finds another number and is told by whom.
 */
export async function changeSetting(
  context: Context,
  changing: Changing,
  decide: (site: StoredSite) => Promise<Result<Decided | undefined>>,
): Promise<Result<SettingChange | undefined>> {
  const { store, now } = context
  const { siteId, what, edition, attempt, by, undoes } = changing
  const id = changeIdOf(siteId, what, edition + 1)
  for (let tries = 0; tries < TRIES; tries++) {
    const site = await store.sites.get(siteId)
    if (!site) throw new FaultError({ code: 'not_found' })
    await settleChange(context, site)
    const count = site.editions?.[what] ?? 0
    if (count !== edition) {
      const mine = await store.changes.get(id)
      // The same saving again, after a lost reply, finds it done.
      if (mine?.attempt === attempt) return accept(mine)
      return refuseOutdated(context, siteId, what, count)
    }
    const decided = await decide(site)
    if (!decided.ok) return decided
    if (!decided.value) return accept(undefined)
    const { changed, site: fields } = decided.value
    const change: SettingChange = {
      ...changed,
      id,
      siteId,
      // Two changes in one millisecond stand in their order, too.
      at: Math.max(now, (site.lastChange?.at ?? 0) + 1) as Instant,
      by: by.openid,
      byName: by.name,
      from: dateOf(now),
      attempt,
      ...(undoes === undefined ? {} : { undoes }),
    }
    if (await store.sites.change(site, { what, edition }, fields, change)) {
      await settleChange(context, { ...site, lastChange: change })
      return accept(change)
    }
  }
  throw new FaultError({ code: 'busy' })
}

async function refuseOutdated(
  { store, now }: Context,
  siteId: SiteId,
  what: Changing['what'],
  edition: number,
) {
  const last = await store.changes.get(changeIdOf(siteId, what, edition))
  return refuse({
    code: 'setting_changed',
    byName: last?.byName ?? '',
    changedAt: last?.at ?? now,
    edition,
  })
}
