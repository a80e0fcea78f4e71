import type { Laptop } from './laptop'
import { SITE } from './site'

/** What the point has decided for itself in its first months: a nap, and longer looking back for one illness. */
export async function decideSettings(laptop: Laptop): Promise<void> {
  const { settings } = await laptop.call('o-manager', 'showSettings', { siteId: SITE })
  const nap = { from: '12:30', to: '14:30' }
  await save(laptop, 'o-manager', { what: 'hours', value: { ...settings.hours, nap } })
  const illnesses = settings.health.illnesses.map((each: { name: string }) =>
    each.name === '水痘' ? { ...each, lookBackDays: 3 } : each,
  )
  await save(laptop, 'o-chen', { what: 'health', value: { ...settings.health, illnesses } })
}

async function save(laptop: Laptop, as: string, setting: { what: string; value: object }) {
  const attempt = `seed-${setting.what}`
  await laptop.call(as, 'saveSetting', { siteId: SITE, edition: 0, attempt, setting })
}
