import type { SiteId } from '../../../miniprogram/domain/ids'
import { changeIdOf } from '../../../miniprogram/domain/setting-change'
import { byDate } from '../../../miniprogram/domain/tariff'
import type { Context } from '../kernel/context'

/** An entry in the list of changes for every version of the price list that was saved in the app. */
export async function logTariffs({ store }: Context, siteId: SiteId): Promise<void> {
  const tariffs = await store.sites.tariffs(siteId)
  for (const { version, from, savedAt, attempt, by, byName } of tariffs) {
    if (attempt === undefined || by === undefined) continue
    const former = byDate(tariffs.filter((each) => each.savedAt < savedAt && each.from <= from))
    await store.changes.add({
      id: changeIdOf(siteId, 'tariff', version),
      siteId,
      what: 'tariff',
      at: savedAt,
      by,
      byName: byName ?? '',
      from,
      attempt,
      before: former.at(-1)?.version ?? '',
      after: version,
    })
  }
}
