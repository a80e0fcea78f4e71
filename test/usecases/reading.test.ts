import { SITE } from '../../local/seed/site'
import { aProgramme } from '../support/a-programme'
import { TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
let other: Family
let bookingId: string
const books: string[] = []
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-reader', ['2024-10-20'])
  other = await point.family('o-other-reader', ['2024-09-20'])
  for (const [title, theme] of [
    ['橘猫找家', 'animals'],
    ['月亮睡了吗', 'bedtime'],
    ['小鱼的渔邨', 'animals'],
  ]) {
    const { book } = await point.call('o-lin', 'saveBook', {
      siteId: SITE,
      attempt: `reading-${books.length}`,
      title,
      author: '渔邨妈妈故事组',
      illustrator: '',
      publisher: '',
      ages: { fromMonths: 18, toMonths: 36 },
      themes: [theme],
      languages: ['mandarin'],
    })
    books.push(book.id)
  }
  const booked = await point.book(family, { date: TOMORROW, from: '09:00', to: '11:00' })
  bookingId = booked.value.bookings[0].id
  await point.at(TOMORROW, '09:00')
  const { ticket } = await point.call(family.openid, 'showBooking', { bookingId })
  await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
})
afterAll(() => point.close())

const { save, planned, book, shown } = aProgramme(() => point)
const note = (said: object) =>
  point.tryCall('o-lin', 'writeNotes', { siteId: SITE, bookingIds: [bookingId], note: said })
const log = (as = family) => point.call(as.openid, 'showReading', { childId: as.childIds[0] })

describe('A child’s reading log', () => {
  it('is empty at first, and suggests books for its age', async () => {
    const empty = await log()
    expect(empty).toMatchObject({ log: [], of: 3 })
    expect(empty.suggestions).toHaveLength(3)
  })

  it('grows with the books of a day note, each once, however often it is told', async () => {
    expect(await note({ bookIds: [books[0]], books: ['自己带来的书'] })).toMatchObject({ ok: true })
    await note({ bookIds: [books[0], books[1]] })
    const { log: read, suggestions } = await log()
    expect(read).toHaveLength(2)
    for (const title of ['橘猫找家', '月亮睡了吗'])
      expect(read.find(({ book }: any) => book.title === title)).toMatchObject({
        times: 1,
        lastOn: TOMORROW,
        where: { care: true },
      })
    expect(suggestions).toMatchObject([
      { book: { title: '小鱼的渔邨' }, reason: { kind: 'liked', theme: 'animals' } },
    ])
  })

  it('keeps titles in the note, those of the catalogue and others', async () => {
    const shown = await point.call(family.openid, 'showBooking', { bookingId })
    expect(shown.note.books).toEqual(['自己带来的书', '橘猫找家', '月亮睡了吗'])
  })

  it('takes no book that the catalogue does not have', async () => {
    expect(await note({ bookIds: [books[2], 'yucun_nothing'] })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'note.bookIds.1', why: 'wrong' }] },
    })
    expect((await log()).log).toHaveLength(2)
  })

  it('is its own family’s only', async () => {
    const forged = { childId: family.childIds[0] }
    expect(await point.tryCall(other.openid, 'showReading', forged)).toMatchObject({
      code: 'not_found',
    })
    expect((await log(other)).log).toEqual([])
  })

  it('grows in the evening with what was read in the sessions that the child came to', async () => {
    const read = { bookIds: [books[1], books[2]] }
    const [came, missed] = [
      await planned('14:00', '14:30', read),
      await planned('15:00', '15:30', { bookIds: [books[0]] }),
    ]
    const ids: string[] = []
    for (const id of [came, missed]) {
      const booked = await book(other, id)
      ids.push(booked.value.bookings[0].id)
    }
    const { ticket } = await point.call(other.openid, 'showBooking', { bookingId: ids[0] })
    await point.at(TOMORROW, '14:00')
    await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
    await point.control('timers/scheduled')
    expect((await log(other)).log).toEqual([])
    await point.at(TOMORROW, '19:00')
    for (let tick = 0; tick < 2; tick++) await point.control('timers/scheduled')
    const heard = (await log(other)).log
    expect(heard).toHaveLength(2)
    expect(heard).toMatchObject([
      { times: 1, lastOn: TOMORROW, where: { session: '阿May' } },
      { times: 1, lastOn: TOMORROW, where: { session: '阿May' } },
    ])
    await point.at(TOMORROW, '10:30')
  })

  it('of a session may be named later, by who reads; its places stand', async () => {
    const id = await planned('16:00', '16:30')
    const name = (bookIds: unknown[], as = 'o-lin') =>
      point.tryCall(as, 'nameBooks', { siteId: SITE, sessionId: id, bookIds })
    await book(other, id)
    expect(await name([books[2]])).toMatchObject({ ok: true })
    const { session, books: read } = await shown(id)
    expect(read).toEqual([{ id: books[2], title: '小鱼的渔邨' }])
    expect(session).toMatchObject({ bookIds: [books[2]], title: '毛毛虫的早餐' })
    expect(await name(['yucun_nothing'])).toMatchObject({ code: 'invalid_input' })
    expect(await name([books[2]], other.openid)).toMatchObject({ code: 'forbidden' })
  })

  it('of a session knows the books that it names', async () => {
    expect(await save({ bookIds: [books[0], 'yucun_nothing'] })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'session.bookIds.1', why: 'wrong' }] },
    })
  })

  it('can be taken away, and goes with the family', async () => {
    const { readings } = await point.call(family.openid, 'exportMyData', {})
    expect(readings).toHaveLength(1)
    expect(readings[0].books.map(({ title }: any) => title)).toContain('月亮睡了吗')
    await point.at(TOMORROW, '11:00')
    const { ticket } = await point.call(family.openid, 'showBooking', { bookingId })
    await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'out' })
    await point.call(family.openid, 'eraseMe', {})
    await note({ bookIds: [books[2]] })
    const left = (await point.documents('readings')).map(({ householdId }) => householdId)
    expect(left).toEqual([other.householdId])
  })
})
