import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import { until } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(90_000)

const MOTHER = 'o-xiaoyu'
const DESK = 'o-community'
/** Friday: Thursday in two weeks can be booked, and its week is not planned to the end. */
const TODAY = '2026-11-27'
const THURSDAY = '2026-12-10'
const NEXT_THURSDAY = '2026-12-17'
const STORY = '毛毛虫的早餐'
const CONCERT = '小鱼的音乐会'
const BOOK = '月亮睡了吗'
const NOTICE = '绘本周排好了'
/** A family whose child is of the story's age, too. */
const OTHER = 'o-family-2'

let table: Table
let laptop: Laptop
beforeAll(async () => {
  table = await layTable(MOTHER, DESK)
  laptop = laptopAt(table.laptop.url)
  await table.at(TODAY, '10:00')
  // What the demonstration has planned for the days between is out, and takes no message of what comes now.
  await until('the planned notice', async () => {
    const { messages } = await laptop.call(MOTHER, 'listMessages', {})
    return (messages as any[]).some(({ data }) => data.thing1 === '明天沙池开放')
  })
})
afterAll(() => table?.close())

const droppedOn = (words: string) =>
  until(
    `the card of ${words}`,
    async () => (await table.page.locator('.drop').filter({ hasText: words }).count()) > 0,
  )
const factsOf = ({
  id: _id,
  date: _date,
  children: _children,
  waiting: _waiting,
  every: _every,
  ...facts
}: any): object => facts
const planned = async (): Promise<any> =>
  (await plan()).sessions.find(({ date, title }: any) => date === THURSDAY && title === STORY)
const plan = (date = THURSDAY): Promise<any> =>
  laptop.call(DESK, 'showWeekPlan', { siteId: SITE, monday: date })
const titlesOn = async (date: string): Promise<string[]> =>
  (await plan(date)).sessions
    .filter((session: any) => session.date === date)
    .map(({ title }: any) => title)
const told = async (): Promise<any[]> => {
  const response = await fetch(`${table.laptop.url}/__local/messages`)
  return (await response.json()).messages.filter((each: any) => each.openid === MOTHER)
}

it('the community publishes the rest of a week from the timetable', async () => {
  const { carer: desk } = table
  expect(await titlesOn(THURSDAY)).toEqual([])
  await desk.open('/packages/programme/week-plan/week-plan')
  await desk.tapSaying('下一周', '.weeks', '.link')
  await desk.reads('11 月 30', '.weeks')
  await desk.tapSaying('下一周', '.weeks', '.link')
  await desk.reads('12 月 7', '.weeks')
  await desk.tapSaying('按固定课表', '.fills', 't-button')
  await desk.reads('家长现在就能约')
  await desk.reads(STORY)
  expect(await titlesOn(THURSDAY)).toContain(STORY)
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
  await desk.type(CONCERT, 'input')
  await desk.type(BOOK, 'book-picker', 'input')
  await desk.tapSaying(BOOK, 'book-picker', '.found', '.choice')
  await desk.tapSaying('绘本角', '.rooms', '.choice')
  await desk.tap('.save')
  await desk.reads(`《${STORY}》在用`, '.field-wrong')
  await desk.tapSaying('多功能厅', '.rooms', '.choice')
  await desk.tap('.save')
  await desk.at('packages/programme/week-plan/week-plan')
  await desk.reads(CONCERT)
  const { sessions, books } = await plan()
  const { bookIds } = sessions.find(({ title }: any) => title === CONCERT)
  expect(books.filter(({ id }: any) => bookIds.includes(id))).toMatchObject([{ title: BOOK }])
})

it('the week is copied onto the next; what cannot be there is named, and nothing else is lost', async () => {
  const { carer: desk } = table
  const { sessions } = await plan()
  const facts = factsOf(sessions.find(({ title }: any) => title === CONCERT))
  await laptop.call(DESK, 'saveSession', {
    siteId: SITE,
    date: NEXT_THURSDAY,
    attempt: 'e2e-in-the-way',
    session: { ...facts, title: '消防员来了' },
  })
  await desk.tapSaying('下一周', '.weeks', '.link')
  await desk.reads('12 月 14', '.weeks')
  await desk.tapSaying('照上一周排', '.fills', 't-button')
  await desk.reads('家长现在就能约')
  await desk.reads(`没排上：12 月 17 日《${CONCERT}》场地有课了`)
  expect(await titlesOn(NEXT_THURSDAY)).toEqual(expect.arrayContaining([STORY, '消防员来了']))
  expect(await titlesOn(NEXT_THURSDAY)).not.toContain(CONCERT)
})

it('a story of the timetable is taken out of it by its switch, and stays where it is planned', async () => {
  const { carer: desk } = table
  expect(await planned()).toMatchObject({ every: true })
  await desk.tapSaying('上一周', '.weeks', '.link')
  await desk.reads('12 月 7', '.weeks')
  await desk.tapSaying(`改《${STORY}》`, '.lesson .link')
  await desk.at('packages/programme/session-edit/session-edit')
  await desk.reads('在固定课表里')
  await desk.tap('.every')
  await desk.reads('从固定课表拿掉')
  await desk.tap('.save')
  await desk.at('packages/programme/week-plan/week-plan')
  expect(await planned()).toMatchObject({ every: false })
})

it('a mother finds the story; her phone, which once said no, gets it into its calendar', async () => {
  const { guardian } = table
  await guardian.open('/pages/stories-week/stories-week')
  await guardian.tap('week-strip', `#day-${THURSDAY}`)
  await guardian.tapSaying(STORY, 'session-card', '.story')
  await guardian.at('packages/programme/session-show/session-show')
  await guardian.tapSaying('加到手机日历', '.calendar')
  const phone = table.phoneOf(MOTHER)
  await phone.getByRole('button', { name: '同意', exact: true }).click()
  await guardian.answer('authorizeCancel')
  await phone.getByText('还不能加到日历').waitFor()
  await guardian.answer('confirmModal')
  await phone.getByLabel('向你的日历添加事件').check()
  await phone.getByRole('button', { name: '完成' }).click()
  const { site } = await laptop.call(MOTHER, 'enterApp', {})
  const asked = phone.locator('.phone-sheet-title')
  await asked.waitFor()
  expect((await asked.innerText()).split('\n')).toEqual([
    `${site.name} · 《${STORY}》`,
    `${THURSDAY} 10:00–10:30`,
    site.address,
  ])
  await phone.getByRole('button', { name: '加入日历' }).click()
  await phone.getByText('已加到日历').waitFor()
})

it('she books it for her child, and the message drops onto her phone', async () => {
  const { guardian } = table
  await guardian.reads('预约 小雨')
  await guardian.tap('.foot', 't-button')
  await guardian.answer('authorizeAllow')
  await guardian.at('pages/booking-show/booking-show')
  await guardian.reads(STORY)
  await until('the message', async () =>
    (await told()).some(({ data }) => JSON.stringify(data).includes(STORY)),
  )
  await droppedOn(STORY)
})

it('the desk counts the child that is coming, and the mother’s list names the story', async () => {
  const { guardian } = table
  await guardian.open('/pages/booking-list/booking-list')
  await guardian.reads(STORY)
  expect(await planned()).toMatchObject({ children: 1 })
})

it('the community’s notice of the week drops onto her phone, too', async () => {
  const { guardian, carer: desk } = table
  await desk.open('/packages/desk/notice-write/notice-write')
  await desk.reads('家', '.reach')
  await desk.type(NOTICE, 'input')
  await desk.type('十二月第二周可以约了', 'textarea')
  await desk.tapSaying('发', '.foot', 't-button')
  await desk.answer('confirmModal')
  await desk.reads('已经发出', '.sent')
  await droppedOn(NOTICE)
  await guardian.open('/pages/message-list/message-list')
  await guardian.reads(NOTICE, 'message-card')
})

it('she cancels, and the only place is kept for the family that waits', async () => {
  const { guardian } = table
  const session = await planned()
  const { id, date } = session
  await laptop.call(DESK, 'saveSession', {
    siteId: SITE,
    date,
    sessionId: id,
    attempt: 'e2e-only-place',
    session: { ...factsOf(session), places: 1 },
  })
  const { household } = await laptop.call(OTHER, 'enterApp', {})
  const childIds = [household.children[0].id]
  const asked = { siteId: SITE, sessionId: id, childIds, attempt: 'e2e-waits-story' }
  await laptop.call(OTHER, 'waitForSession', asked)
  const { next } = await laptop.call(MOTHER, 'enterApp', {})
  const booked = next.find(({ session }: any) => session?.id === id)
  await guardian.open(`/pages/booking-show/booking-show?id=${booked.id}`)
  await guardian.tapSaying('取消', '.body', 't-button')
  await guardian.answer('confirmModal')
  await guardian.reads('已取消')
  const { wait } = await laptop.call(OTHER, 'showSession', { siteId: SITE, sessionId: id })
  expect(wait.offer).toMatchObject({ span: { from: '10:00', to: '10:30' } })
  const { messages } = await laptop.call(OTHER, 'listMessages', {})
  expect(messages.map(({ template }: any) => template)).toContain('offer')
})

it('Chromium complains of nothing', () => {
  expect(table.complaints).toEqual([])
})
