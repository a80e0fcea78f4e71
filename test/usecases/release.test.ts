import { SITE, site } from '../../local/seed/site'
import { TODAY, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint({ release: site.release })
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

/** Nineteen months: 托小班, where one carer on Saturday takes five. */
const NINETEEN_MONTHS = '2025-04-20'
const SATURDAY = '2026-11-28'
let families = 0
const family = (): Promise<Family> => point.family(`o-guardian-${++families}`, [NINETEEN_MONTHS])
const tapTogether = async (count: number) => {
  const guardians = await Promise.all(Array.from({ length: count }, family))
  return Promise.all(
    guardians.map((each) =>
      point.book(each, { date: SATURDAY, from: '09:00', to: '11:00', seenTotalFen: 2700 }),
    ),
  )
}
const load = async () => {
  const { days } = await point.call('o-lin', 'showWeek', { siteId: SITE })
  return days.find(({ date }: any) => date === SATURDAY).slots['0900'].groups.small.load
}

it('of five places three are open days ahead, whoever taps how fast', async () => {
  const replies = await tapTogether(8)
  expect(replies.filter(({ ok }) => ok)).toHaveLength(3)
  const opensAt = Date.parse('2026-11-27T20:00:00+08:00')
  for (const reply of replies.filter(({ ok }) => !ok))
    expect(reply).toMatchObject({ code: 'not_released', detail: { opensAt } })
  expect(await load()).toBe(21)
})

it('the next opens with its tranche to the minute, for exactly as many as it has room', async () => {
  await point.at('2026-11-27', '20:00')
  expect(await load()).toBe(21)
  // Of the carer's 35 now 24 and 7 are open, and a little one takes 7: four.
  const replies = await tapTogether(4)
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
})

it('two hours before the doors the rest opens, and then the day is full', async () => {
  await point.at(SATURDAY, '07:00')
  const replies = await tapTogether(4)
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  for (const reply of replies.filter(({ ok }) => !ok))
    expect(reply).toMatchObject({ code: 'session_full' })
  expect(await load()).toBe(35)
})

it('a day more than a week ahead says when it opens', async () => {
  const guardian = await family()
  const reply = await point.book(guardian, { date: '2026-12-04', from: '09:00', to: '11:00' })
  expect(reply).toMatchObject({
    code: 'not_released',
    detail: { opensAt: Date.parse('2026-11-27T20:00:00+08:00') },
  })
})

it('on fully released places a booking still costs four database requests', async () => {
  await point.at(TODAY, '10:00')
  const guardian = await point.family('o-counted', ['2024-10-20'])
  await point.control('requests')
  await point.call(guardian.openid, 'bookCare', {
    siteId: SITE,
    childIds: guardian.childIds,
    date: TODAY,
    span: { from: '14:00', to: '16:00' },
    attempt: 'counted-attempt',
    seenTotalFen: 2700,
    accepted: [],
  })
  const { requests } = await (await fetch(`${point.url}/__local/requests`)).json()
  const mine = requests.filter(({ useCase }: any) => useCase === 'bookCare')
  expect(mine.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(4)
})
