import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import { holdDraws } from '../../scripts/gallery/draws'
import { until } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(120_000)

const GUARDIAN = 'o-xiaoyu'
let table: Table
let people: Laptop
let date: string
const documents = async (name: string): Promise<any[]> =>
  (await (await fetch(`${table.laptop.url}/__local/collections/${name}`)).json()).documents
beforeAll(async () => {
  table = await layTable(GUARDIAN, 'o-lin', { released: true })
  people = laptopAt(table.laptop.url)
  const { days, now } = await people.call(GUARDIAN, 'showWeek', { siteId: SITE })
  const open = days.filter(({ hours }: any) => hours).map((day: any) => day.date)
  date = (await holdDraws(people, documents, open, now)).open
})
afterAll(() => table?.close())

describe('A draw', () => {
  it('is joined from the booking page, and says what was fixed before', async () => {
    const { guardian } = table
    await guardian.open('/pages/care-book/care-book')
    await guardian.tap('week-strip', `#day-${date}`)
    await guardian.tapSaying('看抽签', '.link')
    await guardian.at('pages/draw-show/draw-show')
    await guardian.reads('SHA-512')
    await guardian.reads('还没有人报名')
    await guardian.tapSaying('报名抽签', '.foot', 't-button')
    await guardian.answer('authorizeAllow')
    await guardian.reads('您家已报名')
    await guardian.reads('1 家报名')
  })

  it('is done by the timer; the phone shows the place and recomputes the order', async () => {
    const { guardian } = table
    const [draw] = (await documents('draws')).filter((each) => each.date === date)
    const due = [{ ...draw, nextAt: 0, closesAt: 0 }]
    await people.control('documents', { collection: 'draws', documents: due })
    await until('drawn', async () => {
      await people.control('timers/scheduled')
      return (await documents('draws')).some((each) => each.date === date && each.state === 'done')
    })
    await guardian.open(`/pages/draw-show/draw-show?date=${date}`)
    await guardian.reads('您家', '.lot')
    await guardian.reads('约上了', '.lot')
    await guardian.tapSaying('自己算一遍', 't-button')
    await guardian.reads('名次也一样')
    const { household } = await people.call(GUARDIAN, 'enterApp', {})
    const { bookings } = await people.call(GUARDIAN, 'listBookings', { householdId: household.id })
    const won = bookings.filter((each: any) => each.date === date && each.state === 'booked')
    expect(won).toHaveLength(1)
  })

  it('left nothing on the console', () => {
    expect(table.complaints).toEqual([])
  })
})
