import dayjs from 'dayjs'
import type { Laptop } from './laptop'
import { SITE } from './site'

const WELL = { skin: 'clear', mood: 'good', belongings: 'safe' }
/** So many children still wait for their morning check. */
const UNCHECKED = 2
const DUTIES = [
  ['o-chen', 'big'],
  ['o-lin', 'big'],
  ['o-huang', 'small'],
  ['o-zhou', 'small'],
] as const

/** The carers sign in by the code on the wall. */
export async function signIn(laptop: Laptop): Promise<void> {
  const { text } = await laptop.call('o-manager', 'showSiteCode', { siteId: SITE })
  for (const [openid, groupId] of DUTIES)
    await laptop.tryCall(openid, 'clockDuty', { siteId: SITE, code: text, act: 'start', groupId })
}

/** Most are checked, the first two have eaten and heard a book, and one fell off a cushion. */
export async function spendMorning(laptop: Laptop, here: readonly string[]): Promise<void> {
  for (const [index, bookingId] of here.slice(0, -UNCHECKED).entries())
    await laptop.tryCall('o-huang', 'recordCheck', {
      siteId: SITE,
      bookingId,
      attempt: `seed-check-${index}`,
      tenths: 363 + (index % 6),
      ...WELL,
    })
  const [first, second] = here
  if (!first || !second) return
  await laptop.call('o-lin', 'writeNotes', {
    siteId: SITE,
    bookingIds: [first, second],
    note: { eaten: 'all', mood: 'happy', bookIds: [`${SITE}_caterpillar`] },
  })
  await laptop.call('o-lin', 'writeNotes', {
    siteId: SITE,
    bookingIds: [first],
    note: { nappies: 1, sentence: '自己把鞋穿好了' },
  })
  await laptop.call('o-lin', 'recordIncident', {
    siteId: SITE,
    attempt: 'seed-incident',
    bookingIds: [second],
    time: '09:15',
    place: '教室',
    what: '从软垫边滑下，手心擦红，没有破皮',
    action: '清水冲洗，抱一抱，看了半小时',
    told: '家长，电话',
  })
}

/** A family whose papers were seen two months ago; the one child whose check-up has run out is told by the door. */
export async function seeHealth(
  laptop: Laptop,
  childId: string,
  today: string,
  runOut: boolean,
): Promise<void> {
  const day = (days: number): string => dayjs(today).add(days, 'day').format('YYYY-MM-DD')
  const checkUpOn = runOut
    ? dayjs(today).subtract(6, 'month').subtract(3, 'day').format('YYYY-MM-DD')
    : day(-60)
  const seen = { siteId: SITE, childId, checkUpOn, nextVaccinationOn: day(75) }
  await laptop.call('o-chen', 'recordHealth', seen)
}
