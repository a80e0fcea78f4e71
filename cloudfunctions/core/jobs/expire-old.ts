import { AGING } from '../../../miniprogram/domain/keeping'
import type { DeletedKind } from '../../../miniprogram/domain/deletion'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { DAY, addDays, dateOf, later } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'

const AT_ONCE = 200
const JOB = 'expire_old'
/** Several sites' documents leave together; the entry is every site's. */
const EVERY_SITE = '' as SiteId

/**
 * What is past its time leaves, some of each kind a minute until nothing is left for the day. The entry of what goes is
 * named after it and written first: whoever dies in between and finds the same documents again counts them once.
 */
export const expireOld: Job = {
  name: 'expireOld',
  async run(context) {
    const { store, now } = context
    const today = dateOf(now)
    if ((await store.jobs.doneTo(JOB)) === today) return 0
    let removed = 0
    let isDone = true
    for (const aging of AGING) {
      const count = await expire(context, aging)
      removed += count
      if (count === AT_ONCE) isDone = false
    }
    if (isDone) await store.jobs.done(JOB, today)
    return removed
  },
}

async function expire(
  { store, now, hash }: Context,
  aging: (typeof AGING)[number],
): Promise<number> {
  const { collection, kind, days } = aging
  const before = kind === 'date' ? addDays(dateOf(now), -days) : later(now, -days * DAY)
  const ids = await store.old.before(aging, before, AT_ONCE)
  if (ids.length === 0) return 0
  const id = hash('old', collection, ...ids)
  const counts = { [collection satisfies DeletedKind]: ids.length }
  await store.deletions.begin({ id, siteId: EVERY_SITE, date: dateOf(now), why: 'old', counts })
  await store.old.remove(aging, ids)
  await store.deletions.finish(id)
  return ids.length
}
