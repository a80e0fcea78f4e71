import { SITE } from '../../local/seed/site'
import { expected, handsAt, nonce, type Expected } from '../support/door-hands'
import { TODAY, TOMORROW, openPoint, type Point } from '../support/open-point'

let point: Point
let hands: ReturnType<typeof handsAt>
beforeAll(async () => {
  point = await openPoint()
  hands = handsAt(point)
})
beforeEach(() => point.at(TODAY, '10:00'))
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

let families = 0
const child = (span?: Expected extends never ? never : { from: string; to: string }) =>
  expected(point, `o-offline-${++families}`, span)
const came = (ticket: string, time: string) => ({
  nonce: nonce(),
  at: hands.instant(time),
  act: 'in',
  code: ticket,
})
const went = (ticket: string, time: string) => ({ ...came(ticket, time), act: 'out' })

describe('What a phone did without network', () => {
  it('is written down with its own times when it is told', async () => {
    const { ticket, bookingId } = await child()
    await point.at(TOMORROW, '11:30')
    const acts = [came(ticket, '09:02'), went(ticket, '10:55')]
    const told = await hands.tell(acts, hands.instant('11:30'))
    expect(told.value.told).toEqual(acts.map((act) => ({ nonce: act.nonce, bookingId })))
    expect(await hands.seen(bookingId)).toMatchObject({
      state: 'gone',
      inAt: hands.instant('09:02'),
      outAt: hands.instant('10:55'),
    })
  })

  it('told again after a lost reply changes nothing', async () => {
    const { ticket, bookingId } = await child()
    await point.at(TOMORROW, '09:30')
    const acts = [came(ticket, '09:02')]
    const dropped = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'bookings' }]
    await point.control('faults', { faults: dropped })
    expect(await hands.tell(acts, hands.instant('09:30'))).toMatchObject({ code: 'busy' })
    await point.control('faults', { faults: [] })
    const before = await hands.seen(bookingId)
    expect(before.state).toBe('inside')
    for (let again = 0; again < 3; again++)
      expect((await hands.tell(acts, hands.instant('09:31'))).value.told).toEqual([
        { nonce: acts[0]?.nonce, bookingId },
      ])
    expect(await hands.seen(bookingId)).toEqual(before)
  })

  it('and had already reached the cloud is one act', async () => {
    const { ticket, bookingId } = await child()
    await point.at(TOMORROW, '09:02')
    const act = came(ticket, '09:02')
    expect(await hands.scan(ticket, 'in', { nonce: act.nonce })).toMatchObject({ ok: true })
    expect(await hands.scan(ticket, 'in', { nonce: act.nonce })).toMatchObject({ ok: true })
    expect((await hands.tell([act], hands.instant('09:02'))).value.told).toEqual([
      { nonce: act.nonce, bookingId },
    ])
  })

  it('a clock that is an hour slow is put right', async () => {
    const { ticket, bookingId } = await child()
    await point.at(TOMORROW, '10:30')
    await hands.tell([came(ticket, '08:05')], hands.instant('09:30'))
    expect(await hands.seen(bookingId)).toMatchObject({ inAt: hands.instant('09:05') })
  })

  it('an undo without network takes back what another phone had told', async () => {
    const { ticket, bookingId } = await child()
    await point.at(TOMORROW, '09:10')
    const act = came(ticket, '09:02')
    await hands.tell([act], hands.instant('09:10'))
    const undo = {
      nonce: nonce(),
      at: hands.instant('09:05'),
      act: 'undo',
      bookingId,
      undoes: act.nonce,
      reason: 'wrong_child',
    }
    await hands.tell([undo], hands.instant('09:10'), 'o-huang')
    expect((await hands.seen(bookingId)).state).toBe('booked')
    expect(await point.call('o-lin', 'showRoom', { siteId: SITE })).toBeDefined()
    const copy = (await point.documents('bookings')).find(({ id }) => id === bookingId)
    expect(copy).toMatchObject({ state: 'booked' })
    expect('inAt' in copy).toBe(false)
  })
})

it('a child that a timer took for absent had come in time, and is as if it had never been missed', async () => {
  const { ticket, bookingId, family } = await child()
  await point.at(TOMORROW, '09:40')
  await point.control('timers/scheduled')
  expect((await hands.seen(bookingId)).state).toBe('missed')
  await hands.tell([came(ticket, '09:02')], hands.instant('09:40'))
  expect(await hands.seen(bookingId)).toMatchObject({ state: 'inside' })
  const [mine] = (await point.documents('households')).filter(({ id }) => id === family.householdId)
  expect(mine.absences[TOMORROW].answer.lifted).toBe(true)
  const copy = (await point.documents('bookings')).find(({ id }) => id === bookingId)
  expect(copy.state).toBe('inside')
  expect('cancelFen' in copy).toBe(false)
  const bills = await point.documents('bills')
  expect(bills.filter(({ id }) => id === bookingId)).toEqual([])
})

describe('A going home that was a slip', () => {
  const billOf = async (bookingId: string) =>
    (await point.documents('bills')).find(({ id }) => id === bookingId)
  const tick = () => point.control('timers/scheduled')
  const undo = async (bookingId: string) => {
    const { lastAct } = await hands.seen(bookingId)
    const input = { siteId: SITE, bookingId, undoes: lastAct, reason: 'wrong_child' }
    return point.call('o-lin', 'undoScan', { ...input, nonce: nonce() })
  }
  const gone = async (): Promise<Expected> => {
    const one = await child({ from: '15:00', to: '17:00' })
    await point.at(TOMORROW, '15:00')
    await hands.scan(one.ticket, 'in')
    await point.at(TOMORROW, '16:00')
    await hands.scan(one.ticket, 'out')
    await tick()
    expect(await billOf(one.bookingId)).toMatchObject({ totalFen: 2700, open: true })
    return one
  }

  it('takes its bill back; the real one makes another', async () => {
    const { ticket, bookingId } = await gone()
    await undo(bookingId)
    expect(await billOf(bookingId)).toBeUndefined()
    await point.at(TOMORROW, '17:00')
    await hands.scan(ticket, 'out')
    await tick()
    expect(await billOf(bookingId)).toMatchObject({ open: true })
  })

  it('after it was paid is to be paid back, and settled by the real one', async () => {
    const { ticket, bookingId } = await gone()
    const paid = { siteId: SITE, attempt: `pay-${nonce()}`, bookingIds: [bookingId], how: 'cash' }
    await point.call('o-lin', 'settleBills', { ...paid, seenDueFen: 2700 })
    await undo(bookingId)
    expect(await billOf(bookingId)).toMatchObject({ totalFen: 0, paidFen: 2700, dueFen: -2700 })
    await point.at(TOMORROW, '17:26')
    await hands.scan(ticket, 'out')
    await tick()
    await tick()
    const bill = await billOf(bookingId)
    expect(bill).toMatchObject({ totalFen: 3700, paidFen: 2700, dueFen: 1000 })
    expect(bill.outAt).toBe(hands.instant('17:26'))
  })

  it('undone by a call that died before the bill: the timer takes the bill back', async () => {
    const { bookingId } = await gone()
    const drop = { kind: 'drop', action: 'database.removeDocument', collection: 'bills' }
    await point.control('faults', { faults: [drop] })
    await undo(bookingId).catch(() => undefined)
    await point.control('faults', { faults: [] })
    expect((await hands.seen(bookingId)).state).toBe('inside')
    await tick()
    expect(await billOf(bookingId)).toBeUndefined()
  })
})

describe('What did not fit comes back with its reason', () => {
  it('the same screenshot on two phones within a second: once inside, once a conflict', async () => {
    const { ticket, bookingId } = await child()
    await point.at(TOMORROW, '09:10')
    const first = { ...came(ticket, '09:00'), at: hands.instant('09:00') }
    const second = { ...came(ticket, '09:00'), at: hands.instant('09:00') + 800 }
    const sentAt = hands.instant('09:10')
    const replies = await Promise.all([
      hands.tell([second], sentAt, 'o-huang'),
      hands.tell([first], sentAt, 'o-lin'),
    ])
    expect(replies.every(({ ok }) => ok)).toBe(true)
    const after = await hands.tell([first, second], sentAt)
    expect(after.value.told).toEqual([
      { nonce: first.nonce, bookingId },
      { nonce: second.nonce, bookingId, refusal: { code: 'already_inside', since: '09:00' } },
    ])
    expect((await hands.seen(bookingId)).inAt).toBe(hands.instant('09:00'))
  })

  it('a child let in while its booking was being cancelled: nothing lost, nothing doubled', async () => {
    const { ticket, bookingId, family } = await child({ from: '14:00', to: '16:00' })
    await point.at(TOMORROW, '13:50')
    const { cancelFeeFen } = await point.call(family.openid, 'showBooking', { bookingId })
    await point.call(family.openid, 'cancelBooking', { bookingId, seenFeeFen: cancelFeeFen })
    await point.at(TOMORROW, '14:10')
    const act = came(ticket, '13:52')
    expect((await hands.tell([act], hands.instant('14:10'))).value.told).toEqual([
      { nonce: act.nonce, bookingId, refusal: { code: 'already_cancelled' } },
    ])
    expect((await hands.seen(bookingId)).state).toBe('cancelled')
    expect(await hands.scan(ticket, 'in')).toMatchObject({ code: 'already_cancelled' })
  })

  it('cancelling and scanning at the same moment: one of the two, and the other hears so', async () => {
    const { ticket, bookingId, family } = await child({ from: '16:00', to: '17:00' })
    await point.at(TOMORROW, '15:50')
    const { cancelFeeFen } = await point.call(family.openid, 'showBooking', { bookingId })
    const cancel = { bookingId, seenFeeFen: cancelFeeFen }
    const [cancelled, scanned] = await Promise.all([
      point.tryCall(family.openid, 'cancelBooking', cancel),
      hands.scan(ticket, 'in'),
    ])
    expect([cancelled.ok, scanned.ok].filter(Boolean)).toHaveLength(1)
    const { state } = await hands.seen(bookingId)
    expect(state).toBe(scanned.ok ? 'inside' : 'cancelled')
    expect(['already_started', 'already_cancelled', 'busy']).toContain(
      scanned.ok ? cancelled.code : scanned.code,
    )
  })

  it('a forged code, yesterday’s ticket and a child nobody booked are told apart, the rest goes on', async () => {
    const { ticket, bookingId } = await child()
    await point.at(TOMORROW, '09:30')
    const forged = { ...came(ticket.replace('.1100.', '.1200.'), '09:00') }
    const yesterday = { ...came(ticket, '09:00'), at: hands.instant('09:00', TODAY) }
    const unknown = { nonce: nonce(), at: hands.instant('09:00'), act: 'listed', bookingId: 'none' }
    const good = came(ticket, '09:00')
    const acts = [forged, yesterday, unknown, good]
    const { told } = (await hands.tell(acts, hands.instant('09:30'))).value
    const codes = told.map((each: any) => each.refusal?.code)
    expect(codes).toStrictEqual(['ticket_forged', 'ticket_other_day', 'ticket_unknown', undefined])
    expect((await hands.seen(bookingId)).state).toBe('inside')
  })
})

it('three phones tell the same morning in any order, at once, and every child is where it is', async () => {
  const children = await Promise.all([1, 2, 3, 4].map(() => child({ from: '10:00', to: '12:00' })))
  await point.at(TOMORROW, '11:30')
  const sentAt = hands.instant('11:30')
  const phones = [
    children.map(({ ticket }) => came(ticket, '09:50')),
    children.map(({ ticket }) => came(ticket, '09:51')),
    children.slice(0, 2).map(({ ticket }) => went(ticket, '11:00')),
  ]
  const carers = ['o-lin', 'o-huang', 'o-zhou']
  const reversed = phones.toReversed()
  await Promise.all(reversed.map((acts, n) => hands.tell(acts, sentAt, carers[n] ?? '')))
  const states = await Promise.all(children.map(({ bookingId }) => hands.seen(bookingId)))
  expect(states.map(({ state }) => state)).toEqual(['gone', 'gone', 'inside', 'inside'])
  const room = await point.call('o-lin', 'showRoom', { siteId: SITE })
  const ids = new Set(children.map(({ bookingId }) => bookingId))
  const inside = room.children.filter((each: any) => ids.has(each.bookingId))
  expect(inside.filter(({ state }: any) => state === 'inside')).toHaveLength(2)
})

describe('Who may tell', () => {
  it('no guardian, no operator, and nobody a thousand acts', async () => {
    const { ticket, family } = await child()
    const acts = [came(ticket, '09:00')]
    for (const openid of [family.openid, 'o-manager', 'o-community', 'o-stranger'])
      expect(await hands.tell(acts, hands.instant('09:00'), openid)).toMatchObject({
        code: 'forbidden',
      })
    const many = Array.from({ length: 1000 }, () => came(ticket, '09:00'))
    expect(await hands.tell(many, hands.instant('09:00'))).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'acts', why: 'too_long' }] },
    })
  })
})
