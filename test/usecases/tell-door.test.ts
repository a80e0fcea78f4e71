import { SITE } from '../../local/seed/site'
import { TODAY, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-asked', ['2024-10-20'])
  await point.post('/cloud/consent', family.openid, {
    templateIds: ['tmpl-inside-0006', 'tmpl-gone-0007'],
  })
  await point.call(family.openid, 'recordConsent', { accepted: ['inside', 'gone'] })
})
afterAll(() => point.close())

const tick = () => point.control('timers/scheduled')
const sent = async () => {
  const { messages } = await (await fetch(`${point.url}/__local/messages`)).json()
  return messages.map(({ templateId, data }: any) => [templateId, data.time2.value])
}
const scan = async (act: string, bookingId: string) => {
  const { ticket } = await point.call(family.openid, 'showBooking', { bookingId })
  await point.call('o-chen', 'scanTicket', { siteId: SITE, ticket, act })
}

it('tells who asked for it when the child has come and gone, once each, within the minute', async () => {
  await point.at(TODAY, '08:50')
  const other = await point.family('o-did-not-ask', ['2024-10-20'])
  const { value } = await point.book(family, { date: TODAY, from: '09:00', to: '11:00' })
  const { value: quiet } = await point.book(other, { date: TODAY, from: '09:00', to: '11:00' })
  await scan('in', value.bookings[0].id)
  const { ticket } = await point.call(other.openid, 'showBooking', {
    bookingId: quiet.bookings[0].id,
  })
  await point.call('o-chen', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
  await point.at(TODAY, '08:51')
  await Promise.all([tick(), tick()])
  await tick()
  expect(await sent()).toEqual([['tmpl-inside-0006', '2026年11月25日 08:50']])

  await point.at(TODAY, '10:40')
  await scan('out', value.bookings[0].id)
  await tick()
  await point.at(TODAY, '10:42')
  await tick()
  expect((await sent()).slice(1)).toEqual([['tmpl-gone-0007', '2026年11月25日 10:40']])
  const { messages } = await point.call(other.openid, 'listMessages', {})
  expect(messages).toEqual([])
})

it('says nothing of what is an hour old', async () => {
  await point.call(family.openid, 'recordConsent', { accepted: ['inside'] })
  await point.at(TODAY, '12:50')
  const { value } = await point.book(family, { date: TODAY, from: '13:00', to: '15:00' })
  await scan('in', value.bookings[0].id)
  await point.at(TODAY, '13:51')
  await tick()
  expect(await sent()).toHaveLength(2)
})
