import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

const TWO = '2024-10-20'
const erase = ({ openid }: Pick<Family, 'openid'>) => point.tryCall(openid, 'eraseMe', {})
const everything = async () => {
  const names = ['people', 'messages', 'households', 'bookings', 'days', 'invitations', 'jobs']
  return JSON.stringify(await Promise.all(names.map((name) => point.documents(name))))
}
const dayOf = async (date: string) =>
  (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)

describe('Erasing that dies on the way', () => {
  it.each([
    ['the messages', 'messages', 'database.removeDocument'],
    ['the household', 'households', 'database.removeDocument'],
    ['the person', 'people', 'database.removeDocument'],
    ['a coming booking', 'days', 'database.modifyDocument'],
  ])('before %s: the retry finishes it', async (_name, collection, action) => {
    const openid = `o-dies-before-${collection}`
    const family = await point.family(openid, [TWO])
    await point.book(family, { from: '09:00', to: '11:00' })
    await point.control('faults', { faults: [{ kind: 'drop', action, collection }] })
    expect(await erase(family)).toMatchObject({ ok: false, code: 'busy' })
    await point.control('faults', { faults: [] })
    expect(await erase(family)).toMatchObject({ ok: true })
    expect((await everything()).includes(openid)).toBe(false)
    const households = await point.documents('households')
    expect(households.find(({ _id }) => _id === family.householdId)).toBeUndefined()
    expect((await dayOf(TOMORROW)).slots['0900'].children).toBe(0)
  })
})

it('erasing twice is one erasing with an answer', async () => {
  const family = await point.family('o-twice', [TWO])
  expect(await erase(family)).toMatchObject({ ok: true, value: { removedChildren: 1 } })
  expect(await erase(family)).toMatchObject({ ok: true, value: { removedChildren: 0 } })
})

it('somebody who only allowed messages can be forgotten, too', async () => {
  await point.call('o-only-messages', 'recordConsent', { accepted: ['notice'] })
  await erase({ openid: 'o-only-messages' })
  expect((await everything()).includes('o-only-messages')).toBe(false)
})

it('a carer who erases the own family stays a carer', async () => {
  const family = await point.family('o-lin', [TWO])
  await point.book(family, { from: '09:00', to: '11:00' })
  expect(await erase(family)).toMatchObject({ ok: true })
  expect(await point.tryCall('o-lin', 'showRoom', { siteId: SITE })).toMatchObject({ ok: true })
  expect((await point.call('o-lin', 'enterApp', {})).household).toBeUndefined()
})

it('a second guardian is forgotten with the family', async () => {
  const family = await point.family('o-mother', [TWO])
  const household = (await point.documents('households')).find(
    ({ _id }) => _id === family.householdId,
  )
  const father = { ...household.guardians[0], openid: 'o-father', name: '爸爸' }
  const { householdId } = family
  await point.control('documents', {
    collection: 'households',
    documents: [{ ...household, guardians: [...household.guardians, father] }],
  })
  await point.control('documents', {
    collection: 'people',
    documents: [{ _id: 'o-father', name: '爸爸', roles: {}, credits: {}, householdId }],
  })
  expect((await point.call('o-father', 'enterApp', {})).household.children).toHaveLength(1)
  await point.control('faults', {
    faults: [{ kind: 'drop', action: 'database.removeDocument', collection: 'households' }],
  })
  await erase(family)
  await point.control('faults', { faults: [] })
  await erase(family)
  expect((await everything()).match(/o-mother|o-father|爸爸/)).toBeNull()
})

it('a place taken while the family was erased is freed by the timer', async () => {
  const family = await point.family('o-in-flight', [TWO])
  const faults = [{ kind: 'drop', action: 'database.insertDocument', collection: 'bookings' }]
  await point.control('faults', { faults })
  await point.book(family, { from: '14:00', to: '16:00', seenTotalFen: 2700 })
  await point.control('faults', { faults: [] })
  expect(await erase(family)).toMatchObject({ ok: true })
  expect((await dayOf(TOMORROW)).slots['1400'].children).toBe(1)
  await point.control('timers/scheduled')
  expect((await dayOf(TOMORROW)).slots['1400'].children).toBe(0)
  const bills = (await point.documents('bookings')).filter(
    ({ householdId }) => householdId === family.householdId,
  )
  expect(bills).toMatchObject([{ state: 'cancelled', cancelFen: 0 }])
})

it('a child that nobody scanned out yesterday does not keep its family for ever', async () => {
  const family = await point.family('o-never-out', [TWO])
  const booked = await point.book(family, { from: '09:00', to: '11:00' })
  const bookingId = booked.value.bookings[0].id
  const { ticket } = await point.call(family.openid, 'showBooking', { bookingId })
  await point.at(TOMORROW, '09:00')
  await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
  expect(await erase(family)).toMatchObject({ code: 'children_inside' })
  await point.at('2026-11-27', '09:00')
  expect(await erase(family)).toMatchObject({ ok: true })
  await point.at(TODAY, '10:00')
})
