import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
beforeEach(() => point.at(TODAY, '10:00'))
afterAll(() => point.close())

let families = 0
const SPANS = [
  ['09:00', '11:00'],
  ['14:00', '16:00'],
] as const
/** A family that came this often tomorrow, at ¥27 a time, and has not paid. */
const owing = async (visits = 1): Promise<{ who: Family; ids: string[] }> => {
  await point.at(TODAY, '10:00')
  const who = await point.family(`o-owing-${++families}`, ['2024-10-20'])
  const ids: string[] = []
  for (const [from, to] of SPANS.slice(0, visits)) {
    const id = (await point.book(who, { from, to })).value.bookings[0].id
    const { ticket } = await point.call(who.openid, 'showBooking', { bookingId: id })
    await point.at(TOMORROW, from)
    await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
    await point.at(TOMORROW, to)
    await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act: 'out' })
    ids.push(id)
    await point.at(TODAY, '10:00')
  }
  await point.at(TOMORROW, '16:10')
  // Whoever looks first makes the bills.
  await point.call('o-lin', 'listBills', { siteId: SITE })
  return { who, ids }
}
const settle = (ids: readonly string[], seenDueFen: number, more: object = {}, openid = 'o-lin') =>
  point.tryCall(openid, 'settleBills', {
    siteId: SITE,
    attempt: `settle-${ids[0]}`.slice(0, 40),
    bookingIds: ids,
    how: 'cash',
    seenDueFen,
    ...more,
  })
const correct = (id: string, fen: number, more: object = {}, openid = 'o-manager') =>
  point.tryCall(openid, 'correctBill', {
    siteId: SITE,
    attempt: `correct-${id}`.slice(0, 40),
    bookingId: id,
    what: 'bill',
    fen,
    reason: '老师晚开门',
    ...more,
  })
const owedBy = async ({ householdId }: Family) =>
  (await point.documents('households')).find(({ _id }) => _id === householdId).owedFen

describe('At the desk', () => {
  it('a carer sees who owes what, with names to ask for it', async () => {
    const { who, ids } = await owing(2)
    const { open, mayCorrect } = await point.call('o-lin', 'listBills', { siteId: SITE })
    expect(mayCorrect).toBe(false)
    const mine = open.find(({ householdId }: any) => householdId === who.householdId)
    expect(mine).toMatchObject({ guardian: '小雨妈妈', phone: '13800001000', dueFen: 5400 })
    expect(new Set(mine.bills.map(({ id }: any) => id))).toEqual(new Set(ids))
    expect(mine.bills).toMatchObject([{ childName: '孩子0' }, { childName: '孩子0' }])
  })

  it('two visits are paid together, and a lost reply pays nothing twice', async () => {
    const { who, ids } = await owing(2)
    expect(await settle(ids, 5400)).toMatchObject({ ok: true })
    expect(await settle(ids, 5400)).toMatchObject({ ok: true })
    const bills = (await point.documents('bills')).filter(({ id }) => ids.includes(id))
    for (const bill of bills)
      expect(bill).toMatchObject({
        open: false,
        payments: [{ how: 'cash', fen: 2700, by: '林老师' }],
      })
    expect(await owedBy(who)).toBe(0)
    const again = { attempt: 'another-attempt' }
    expect(await settle(ids, 0, again)).toMatchObject({ code: 'bill_settled' })
    const { settledToday } = await point.call('o-lin', 'listBills', { siteId: SITE })
    expect(JSON.stringify(settledToday)).toContain(ids[0])
  })

  it('a call that died between two bills is finished by the same call', async () => {
    const { who, ids } = await owing(2)
    const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'households' }]
    await point.control('faults', { faults })
    expect(await settle(ids, 5400)).toMatchObject({ code: 'busy' })
    await point.control('faults', { faults: [] })
    expect(await settle(ids, 5400)).toMatchObject({ ok: true })
    expect(await owedBy(who)).toBe(0)
  })

  it('two carers who take the money at the same moment write it down once', async () => {
    const { ids } = await owing()
    const replies = await Promise.all([
      settle(ids, 2700, { attempt: 'carer-one' }, 'o-lin'),
      settle(ids, 2700, { attempt: 'carer-two' }, 'o-huang'),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const bill = (await point.documents('bills')).find(({ id }) => id === ids[0])
    expect(bill.payments).toHaveLength(1)
  })

  it('another sum than the one due is refused with the one that is', async () => {
    const { ids } = await owing()
    expect(await settle(ids, 2000)).toMatchObject({
      code: 'bill_changed',
      detail: { dueFen: 2700 },
    })
  })

  it('bills of two families, or of nobody, are not found', async () => {
    const [one, two] = [await owing(), await owing()]
    expect(await settle([...one.ids, ...two.ids], 5400)).toMatchObject({ code: 'not_found' })
    expect(await settle(['no-such-bill'], 0)).toMatchObject({ code: 'not_found' })
  })
})

describe('A correction', () => {
  it('is a line more with name and reason; what was paid too much is paid back', async () => {
    const { who, ids } = await owing()
    const [id = ''] = ids
    await settle(ids, 2700)
    expect(await correct(id, -700)).toMatchObject({ value: { bill: { dueFen: -700 } } })
    expect(await correct(id, -700)).toMatchObject({ value: { bill: { dueFen: -700 } } })
    expect(await owedBy(who)).toBe(-700)
    expect(await settle(ids, -700, { attempt: 'pay-it-back' })).toMatchObject({ ok: true })
    const { bills } = await point.call(who.openid, 'showStatement', {
      householdId: who.householdId,
      month: '2026-11',
    })
    expect(bills).toMatchObject([{ totalFen: 2000, paidFen: 2000, dueFen: 0 }])
    expect(bills[0].lines.at(-1)).toMatchObject({ reason: '老师晚开门', by: '何经理', fen: -700 })
    expect(bills[0].payments.map(({ fen }: any) => fen)).toEqual([2700, -700])
  })

  it('never takes more than there is, and wants an amount and a reason', async () => {
    const [id = ''] = (await owing()).ids
    expect(await correct(id, -2701)).toMatchObject({ code: 'correction_too_large' })
    expect(await correct(id, 0)).toMatchObject({ detail: { fields: [{ path: 'fen' }] } })
    expect(await correct(id, 100, { reason: ' ' })).toMatchObject({
      detail: { fields: [{ path: 'reason', why: 'missing' }] },
    })
  })
})

describe('A payment that never was', () => {
  it('is taken back by a payment the other way, and the bill is due again', async () => {
    const { who, ids } = await owing()
    const [id = ''] = ids
    await settle(ids, 2700)
    const mistake = { what: 'payment', reason: '记错了一家', attempt: 'never-paid' }
    expect(await correct(id, 2701, mistake)).toMatchObject({ code: 'correction_too_large' })
    expect(await correct(id, 2700, mistake)).toMatchObject({
      value: { bill: { totalFen: 2700, paidFen: 0, dueFen: 2700 } },
    })
    expect(await owedBy(who)).toBe(2700)
  })
})

describe('Who may', () => {
  it.each([
    ['a guardian', 'o-owing-1'],
    ['the community', 'o-community'],
  ])('%s neither sees nor settles bills at the desk', async (_who, openid) => {
    const { ids } = await owing()
    expect(await point.tryCall(openid, 'listBills', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
    expect(await settle(ids, 2700, {}, openid)).toMatchObject({ code: 'forbidden' })
  })

  it('a carer does not correct, and nobody settles a bill of their own family', async () => {
    const [id = ''] = (await owing()).ids
    expect(await correct(id, -100, {}, 'o-lin')).toMatchObject({ code: 'forbidden' })
    await point.at(TODAY, '10:00')
    const own = await point.family('o-zhou', ['2024-10-20'])
    const mine = (await point.book(own, { from: '09:00', to: '11:00' })).value.bookings[0].id
    await point.at(TODAY, '21:00')
    await point.call('o-zhou', 'cancelBooking', { bookingId: mine, seenFeeFen: 500 })
    expect(await settle([mine], 500, {}, 'o-zhou')).toMatchObject({ code: 'forbidden' })
    expect(await settle([mine], 500)).toMatchObject({ ok: true })
  })
})

describe('Unpaid past the limit', () => {
  it('a family hears what it owes before it books again, and books once it has paid', async () => {
    const { who, ids } = await owing()
    await correct(ids[0] ?? '', 30_000)
    await point.at(TOMORROW, '17:00')
    const ask = { date: '2026-12-01', from: '09:00', to: '11:00' }
    expect(await point.book(who, ask)).toMatchObject({
      code: 'unpaid_bills',
      detail: { owedFen: 32_700, mostFen: 30_000 },
    })
    const { household } = await point.call(who.openid, 'enterApp', {})
    expect(household.owedFen).toBe(32_700)
    await settle(ids, 32_700)
    expect(await point.book(who, ask)).toMatchObject({ ok: true })
  })
})

describe('The month', () => {
  it('is sums without names, for the community and the operator only', async () => {
    const month = { siteId: SITE, month: '2026-11' }
    const report = await point.call('o-community', 'showMonth', month)
    const bills = await point.documents('bills')
    expect(report.totals).toMatchObject({
      visits: bills.filter(({ outcome }) => outcome === 'came').length,
      totalFen: bills.reduce((sum, { totalFen }) => sum + totalFen, 0),
      dueFen: bills.reduce((sum, { dueFen }) => sum + dueFen, 0),
    })
    expect(report.totals.savedFen).toBeGreaterThan(0)
    const text = JSON.stringify(report)
    expect(text).not.toContain('孩子0')
    expect(text).not.toContain('小雨')
    for (const openid of ['o-lin', 'o-owing-1'])
      expect(await point.tryCall(openid, 'showMonth', month)).toMatchObject({ code: 'forbidden' })
    const none = await point.call('o-manager', 'showMonth', { ...month, month: '2026-10' })
    expect(none.totals).toMatchObject({ visits: 0, totalFen: 0 })
  })
})
