import type { SiteDescription } from './site-description'

/** The site's documents as the functions read them. */
export function siteDocuments({ site, tariff, shifts }: SiteDescription) {
  const siteId = site.id
  const weekly: Record<string, object[]> = {}
  for (const { weekdays, from, to, ...shift } of shifts)
    for (const weekday of weekdays) (weekly[weekday] ??= []).push({ ...shift, span: { from, to } })
  return {
    site: { _id: siteId, ...site },
    tariff: { _id: `${siteId}_${tariff.version}`, siteId, savedAt: 0, ...tariff },
    roster: {
      _id: siteId,
      rev: 1,
      weekly,
      closures: [] as { date: string; why: string }[],
    },
  }
}
