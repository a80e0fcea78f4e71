import { createHash } from 'node:crypto'
import { SITE } from '../../local/seed/site'
import { openPoint, type Family, type Point } from '../support/open-point'

/** On Saturday the 28th one carer takes five little ones; two of the five are drawn the evening before at 20:00. */
const SATURDAY = '2026-11-28'
const EVENING = '2026-11-27'
const RELEASE = [
  { daysBefore: 7, at: '20:00', percent: 60 },
  { daysBefore: 1, at: '20:00', percent: 40, drawMinutes: 120 },
]
const NINETEEN_MONTHS = '2025-04-20'
const SPAN = { from: '09:00', to: '11:00' }

let point: Point
beforeAll(async () => {
  point = await openPoint({ release: RELEASE })
  await point.control('snapshot', { name: 'empty' })
})
beforeEach(async () => {
  await point.control('reset', { snapshot: 'empty' })
  families = 0
})
afterAll(() => point.close())

let families = 0
const family = (papers = true): Promise<Family> =>
  point.family(`o-draw-${++families}`, [NINETEEN_MONTHS], papers)
const join = (of: Family, more: object = {}) =>
  point.tryCall(of.openid, 'joinDraw', {
    siteId: SITE,
    childIds: of.childIds,
    date: SATURDAY,
    span: SPAN,
    seenTotalFen: 2700,
    accepted: [],
    ...more,
  })
const show = ({ openid, householdId }: Family) =>
  point.call(openid, 'showDraw', { householdId, date: SATURDAY })
const book = (of: Family) => point.book(of, { date: SATURDAY, ...SPAN, seenTotalFen: 2700 })
const tick = async () => (await point.control('timers/scheduled')).result
/** Setting the clock starts the timer too; whoever runs it, the draw is done in the end. */
const drawn = async (of: Family) => {
  for (let n = 0; n < 100; n++) {
    await tick()
    const { draw } = await show(of)
    if (draw.state === 'done') return draw
  }
  throw new Error('never done')
}
const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')
const places = async () => {
  const days = await point.documents('days')
  const day = days.find(({ siteId, date }) => siteId === SITE && date === SATURDAY)
  return day.slots['0900'].groups.small.children
}
/** What the family heard, the evening's reminder left out. */
const toldOf = async ({ openid }: Family): Promise<string[]> => {
  const { messages } = await point.call(openid, 'listMessages', {})
  const templates: string[] = messages.map(({ template }: any) => template)
  return templates.filter((template) => template !== 'reminder')
}
const joinAll = async (count: number): Promise<Family[]> => {
  const all: Family[] = []
  for (let n = 0; n < count; n++) {
    const guardian = await family()
    expect(await join(guardian)).toMatchObject({ ok: true })
    all.push(guardian)
  }
  return all
}

it('is fixed before the first request, and tells its seed only after the last', async () => {
  const guardian = await family()
  const before = await show(guardian)
  expect(before.draw).toMatchObject({ state: 'open', requestIds: [], results: {} })
  expect(before.draw.commitment).toMatch(/^[0-9a-f]{128}$/)
  expect(JSON.stringify(before)).not.toContain((await point.documents('draws'))[0].seed)
  await point.at(EVENING, '19:00')
  await join(guardian)
  const during = await show(guardian)
  expect(during.draw.seed).toBeUndefined()
  expect(during.mine).toMatchObject({ childIds: guardian.childIds, span: SPAN })
  expect((await point.call(guardian.openid, 'exportMyData', {})).draws).toMatchObject([
    { date: SATURDAY, childIds: guardian.childIds, span: SPAN, seenTotalFen: 2700 },
  ])
  await point.at(EVENING, '20:00')
  const after = await drawn(guardian)
  expect(sha512(after.seed)).toBe(before.draw.commitment)
})

it('hands out the places in the order that anybody can recompute, and opens what is left', async () => {
  await point.at(EVENING, '18:00')
  const all = await joinAll(5)
  const late = await family()
  await point.at(EVENING, '20:00')
  const draw = await drawn(all[0]!)
  const lot = (id: string) => sha512(`${draw.seed}.${id}`)
  expect(draw.order).toEqual([...draw.requestIds].sort((a, b) => (lot(a) < lot(b) ? -1 : 1)))
  // Three places were open to all and nobody took them: the draw has five to give.
  expect(draw.order.map((id: string) => draw.results[id])).toEqual(Array(5).fill('booked'))
  expect(await places()).toBe(5)
  expect(await book(late)).toMatchObject({ code: 'session_full' })
})

it('the drawn places go to the first in the order, the others hear that they did not win', async () => {
  for (let n = 0; n < 3; n++) expect(await book(await family())).toMatchObject({ ok: true })
  await point.at(EVENING, '18:00')
  const all = await joinAll(4)
  await point.at(EVENING, '20:00')
  const draw = await drawn(all[0]!)
  expect(draw.order.map((id: string) => draw.results[id])).toEqual([
    'booked',
    'booked',
    'session_full',
    'session_full',
  ])
  expect(await places()).toBe(5)
  const told = await Promise.all(all.map(toldOf))
  expect(told.flat().sort()).toEqual(['booked', 'booked', 'change', 'change'])
})

it('until the draw nobody else gets these places, however late the timer is', async () => {
  for (let n = 0; n < 3; n++) await book(await family())
  const guardian = await family()
  await point.at(EVENING, '17:00')
  expect(await join(guardian)).toMatchObject({ code: 'draw_pending' })
  expect(await book(guardian)).toMatchObject({ code: 'draw_pending' })
  await point.at(EVENING, '19:59')
  await join(guardian)
  const rival = await family()
  expect(await book(rival)).toMatchObject({ code: 'draw_pending' })
  await point.at(EVENING, '20:00')
  await drawn(guardian)
  expect(await join(rival)).toMatchObject({ code: 'draw_over' })
  expect(await book(rival)).toMatchObject({ ok: true })
  expect(await places()).toBe(5)
})

it('a run that dies at any step goes on where it stopped, with the same outcome', async () => {
  for (let n = 0; n < 3; n++) await book(await family())
  await point.at(EVENING, '18:00')
  const all = await joinAll(4)
  for (const [action, collection] of [
    ['database.modifyDocument', 'days'],
    ['database.insertDocument', 'bookings'],
    ['database.modifyDocument', 'draws'],
  ]) {
    await point.control('faults', { faults: [{ kind: 'drop', action, collection }] })
    await point.at(EVENING, '20:00')
    await tick()
  }
  await point.control('faults', { faults: [] })
  await tick()
  const draw = await drawn(all[0]!)
  const results = draw.order.map((id: string) => draw.results[id])
  expect(results).toEqual(['booked', 'booked', 'session_full', 'session_full'])
  expect(await places()).toBe(5)
  const bookings = await point.documents('bookings')
  expect(bookings.filter(({ date }) => date === SATURDAY)).toHaveLength(5)
  for (const each of all) expect(await toldOf(each)).toHaveLength(1)
})

it('a family asks once: another ask takes the place of the first, and it may leave', async () => {
  await point.at(EVENING, '18:30')
  const guardian = await family()
  await join(guardian)
  await join(guardian, { span: { from: '14:00', to: '16:00' } })
  const { draw, mine } = await show(guardian)
  expect(draw.requestIds).toEqual([mine.requestId])
  expect(mine.span).toEqual({ from: '14:00', to: '16:00' })
  const { householdId, openid } = guardian
  const left = await point.call(openid, 'leaveDraw', { householdId, date: SATURDAY })
  expect(left.draw.requestIds).toEqual([])
  expect(left.mine).toBeUndefined()
})

it('is for one’s own family, with papers seen, at the price that was seen', async () => {
  await point.at(EVENING, '18:30')
  const guardian = await family()
  const other = await family()
  const unseen = await family(false)
  expect(await join(guardian, { childIds: other.childIds })).toMatchObject({ code: 'not_found' })
  expect(await join(unseen, { seenTotalFen: 3000 })).toMatchObject({ code: 'papers_first' })
  expect(await join(guardian, { seenTotalFen: 1 })).toMatchObject({ code: 'price_changed' })
  for (const useCase of ['showDraw', 'leaveDraw'])
    expect(
      await point.tryCall(guardian.openid, useCase, {
        householdId: other.householdId,
        date: SATURDAY,
      }),
    ).toMatchObject({ code: 'not_found' })
})

it('keeps nothing of who asked once it is done, and an erased family takes no part', async () => {
  await point.at(EVENING, '18:30')
  const [gone, stays] = (await joinAll(2)) as [Family, Family]
  await point.call(gone.openid, 'eraseMe', {})
  await point.at(EVENING, '20:00')
  const draw = await drawn(stays)
  expect(draw.order).toHaveLength(1)
  const stored = (await point.documents('draws')).find(({ date }) => date === SATURDAY)
  expect(stored.requests).toEqual({})
  expect(JSON.stringify(stored)).not.toMatch(/o-draw-/)
})

it('a day without a draw has none to show', async () => {
  const guardian = await family()
  const { householdId, openid } = guardian
  const shown = await point.call(openid, 'showDraw', { householdId, date: '2026-11-29' })
  expect(shown.draw).toBeUndefined()
  expect(await join(guardian, { date: '2026-11-29' })).toMatchObject({ ok: false })
})
