import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import { until } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(90_000)

const MOTHER = 'o-xiaoyu'
const DESK = 'o-community'
/** Friday: Thursday in two weeks can be booked, and its week is not planned to the end. */
const TODAY = '2026-11-27'
const MONDAY = '2026-12-07'
const THURSDAY = '2026-12-10'

let table: Table
let laptop: Laptop
beforeAll(async () => {
  table = await layTable(MOTHER, DESK)
  laptop = laptopAt(table.laptop.url)
  await table.at(TODAY, '10:00')
})
afterAll(() => table?.close())

const plan = () => laptop.call(DESK, 'showWeekPlan', { siteId: SITE, monday: MONDAY })
const thursdays = async (): Promise<string[]> =>
  (await plan()).sessions
    .filter(({ date }: any) => date === THURSDAY)
    .map(({ title }: any) => title)
const told = async (): Promise<any[]> => {
  const response = await fetch(`${table.laptop.url}/__local/messages`)
  return (await response.json()).messages.filter((each: any) => each.openid === MOTHER)
}

it('the community publishes the rest of a week from the timetable', async () => {
  const { carer: desk } = table
  expect(await thursdays()).toEqual([])
  await desk.open('/packages/programme/week-plan/week-plan')
  await desk.tapSaying('下一周', '.weeks', '.link')
  await desk.reads('11 月 30', '.weeks')
  await desk.tapSaying('下一周', '.weeks', '.link')
  await desk.reads('12 月 7', '.weeks')
  await desk.tapSaying('按固定课表', '.fills', 't-button')
  await desk.reads('家长现在就能约')
  await desk.reads('毛毛虫的早餐')
  expect(await thursdays()).toContain('毛毛虫的早餐')
})

it('filling it again adds nothing', async () => {
  const { carer: desk } = table
  const before = await plan()
  await desk.tapSaying('按固定课表', '.fills', 't-button')
  await desk.reads('没有新的课要排')
  expect(await plan()).toEqual({ ...before, now: expect.any(Number) })
})

it('a session in a room that another uses is refused beside the room, and nothing typed is lost', async () => {
  const { carer: desk } = table
  await desk.tap(`#add-${THURSDAY}`)
  await desk.at('packages/programme/session-edit/session-edit')
  await desk.type('小鱼的音乐会', 'input')
  await desk.tapSaying('绘本角', '.rooms', '.choice')
  await desk.tap('.save')
  await desk.reads('《毛毛虫的早餐》在用', '.field-wrong')
  await desk.tapSaying('多功能厅', '.rooms', '.choice')
  await desk.tap('.save')
  await desk.at('packages/programme/week-plan/week-plan')
  await desk.reads('小鱼的音乐会')
  expect(await thursdays()).toContain('小鱼的音乐会')
})

it('a mother finds the story, books it for her child, and the message drops onto her phone', async () => {
  const { guardian } = table
  await guardian.open('/pages/stories-week/stories-week')
  await guardian.tap('week-strip', `#day-${THURSDAY}`)
  await guardian.tapSaying('毛毛虫的早餐', 'session-card', '.story')
  await guardian.at('packages/programme/session-show/session-show')
  await guardian.reads('上完课付')
  await guardian.tap('.foot', 't-button')
  await guardian.answer('authorizeAllow')
  await guardian.at('pages/booking-show/booking-show')
  await guardian.reads('毛毛虫的早餐')
  await until('the message', async () =>
    (await told()).some(({ data }) => JSON.stringify(data).includes('毛毛虫的早餐')),
  )
  await until(
    'the card on her phone',
    async () => (await table.page.locator('.drop').filter({ hasText: '毛毛虫的早餐' }).count()) > 0,
  )
})

it('the desk counts the child that is coming, and the mother’s list names the story', async () => {
  const { guardian } = table
  await guardian.open('/pages/booking-list/booking-list')
  await guardian.reads('毛毛虫的早餐')
  const session = (await plan()).sessions.find(
    ({ date, title }: any) => date === THURSDAY && title === '毛毛虫的早餐',
  )
  expect(session).toMatchObject({ children: 1 })
})

it('Chromium complains of nothing', () => {
  expect(table.complaints).toEqual([])
})
