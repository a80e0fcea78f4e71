import type { Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'

export interface Draws {
  readonly open: string
  readonly joined: string
  readonly done: string
}

const HOUR = 3_600_000
const SPAN = { from: '09:00', to: '11:00' }
const FAMILIES = ['o-xiaoyu', 'o-family-2', 'o-family-3', 'o-family-13', 'o-family-15']

/**
 * The demonstration draws nothing; here three of its days do, as if its site had switched it on: two whose draw is open,
 * one whose draw is done.
 */
export async function holdDraws(
  laptop: Laptop,
  documents: (collection: string) => Promise<any[]>,
  days: readonly string[],
  now: number,
): Promise<Draws> {
  const [open = '', joined = '', done = ''] = days.slice(6)
  const before = await documents('days')
  const drawn = before
    .filter(({ siteId, date }) => siteId === SITE && [open, joined, done].includes(date))
    .map((day) => {
      const [first, ...rest] = day.release
      const draw = { from: now - HOUR }
      return { ...day, release: [{ ...first, opensAt: now + HOUR, draw }, ...rest] }
    })
  await laptop.control('documents', { collection: 'days', documents: drawn })
  const jobs = [{ _id: `draws_${SITE}`, doneTo: '' }]
  await laptop.control('documents', { collection: 'jobs', documents: jobs })
  await laptop.control('timers/scheduled')
  for (const openid of FAMILIES) await join(laptop, openid, done)
  await join(laptop, 'o-xiaoyu', joined)
  await join(laptop, 'o-family-2', joined)
  const draw = (await documents('draws')).find(({ date }) => date === done)
  const due = [{ ...draw, closesAt: now, nextAt: now }]
  await laptop.control('documents', { collection: 'draws', documents: due })
  await laptop.control('timers/scheduled')
  return { open, joined, done }
}

async function join(laptop: Laptop, openid: string, date: string): Promise<void> {
  const { household } = await laptop.call(openid, 'enterApp', {})
  const ask = { siteId: SITE, childIds: [household.children[0].id], date, span: SPAN }
  await laptop.call(openid, 'joinDraw', { ...ask, seenTotalFen: 2700, accepted: [] })
}
