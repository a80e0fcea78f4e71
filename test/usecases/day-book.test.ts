import { SITE } from '../../local/seed/site'
import { bookFaults } from '../support/book-faults'
import { TODAY, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
afterAll(() => point.close())

const DATE = '2026-11-28'
const LITTLE = '2025-04-20'
const FAMILIES = 12
const ROUNDS = 12

/** The same numbers each time: a linear congruential generator (Numerical Recipes). */
let state = 20261124
const chance = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}
const two = (hour: number): string => String(hour).padStart(2, '0')

/** One thing that a family might do at this moment; what the rules refuse, or a fault loses, is no matter here. */
async function act(family: Family, round: number): Promise<unknown> {
  const { openid, childIds, householdId } = family
  const from = 9 + chance(6)
  const span = { from: `${two(from)}:00`, to: `${two(from + 1 + chance(2))}:00` }
  const minutes = (Number(span.to.slice(0, 2)) - from) * 60
  const fen = (minutes / 60) * 1350
  const attempt = `round-${round}-${openid}`
  const ask = { siteId: SITE, childIds, date: DATE, span, attempt }
  const call = (useCase: string, input: object) => point.tryCall(openid, useCase, input)
  const kind = chance(7)
  if (kind === 0) return call('holdCare', ask)
  if (kind === 1)
    return call('releaseHold', { householdId, attempt: `round-${round - 1}-${openid}` })
  if (kind === 2) return call('bookCare', { ...ask, seenTotalFen: fen, accepted: [] })
  if (kind === 3) {
    const within = { from: '09:00', to: '17:00' }
    return call('waitForPlace', { siteId: SITE, childIds, date: DATE, within, minutes, attempt })
  }
  const entered = await call('enterApp', {})
  const { next = [], waits = [] } = entered.value ?? {}
  const offered = waits.find(({ offer }: any) => offer)
  if (kind === 4 && offered)
    return call('bookCare', {
      ...ask,
      childIds: offered.childIds,
      span: offered.offer.span,
      waitId: offered.id,
      seenTotalFen: fen,
      accepted: [],
    })
  if (kind === 5) return call('stopWaiting', { householdId, siteId: SITE, date: DATE })
  const [booking] = next
  return booking && call('cancelBooking', { bookingId: booking.id, seenFeeFen: 0 })
}

const day = async () => (await point.documents('days')).find(({ _id }) => _id === `${SITE}_${DATE}`)

it('twelve families at once, with one request in twenty lost: the book adds up at every moment and in the end', async () => {
  const families = await Promise.all(
    Array.from({ length: FAMILIES }, (_, n) => point.family(`o-busy-${n}`, [LITTLE])),
  )
  await point.control('faults', {
    faults: [
      { kind: 'drop', action: 'database.modifyDocument', rate: 0.05 },
      { kind: 'dropAfter', action: 'database.modifyDocument', rate: 0.05 },
      { kind: 'drop', action: 'database.insertDocument', rate: 0.05 },
    ],
  })
  for (let round = 0; round < ROUNDS; round++) {
    await point.at(TODAY, `10:${two(round * 3)}`)
    await Promise.all(families.map((family) => act(family, round)))
    expect(bookFaults(await day())).toEqual([])
  }
  await point.control('faults', { faults: [] })
  await point.at(TODAY, '11:30')
  for (let n = 0; n < 3; n++) await point.control('timers/scheduled')
  const book = await day()
  expect(bookFaults(book)).toEqual([])
  const states = Object.values<any>(book.reservations).map((each) => each.state)
  expect(states).toContain('booked')
  expect(states).toContain('cancelled')
  const copies = (await point.documents('bookings')).filter(({ date }) => date === DATE)
  const kept = Object.entries<any>(book.reservations).filter(([, each]) => each.state !== 'held')
  expect(copies.map(({ id, rev, state: copied }) => `${id} ${rev} ${copied}`).sort()).toEqual(
    kept.map(([id, each]) => `${id} ${each.rev} ${each.state}`).sort(),
  )
  const now = Date.parse(`${TODAY}T11:30:00+08:00`)
  expect(Object.values<number>(book.holds ?? {}).filter((until) => until <= now)).toEqual([])
})
