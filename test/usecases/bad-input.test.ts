import { SITE } from '../../local/seed/site'
import { appAt } from '../cloud/app-at'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
let other: Family
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-guardian', ['2024-10-20'])
  other = await point.family('o-other', ['2024-10-20'])
})
afterAll(() => point.close())

const ask = (more: object = {}) => ({
  siteId: SITE,
  childIds: family.childIds,
  date: TOMORROW,
  span: { from: '09:00', to: '11:00' },
  attempt: 'bad-input-1',
  seenTotalFen: 2700,
  accepted: [],
  ...more,
})
const book = (more: object) => point.tryCall(family.openid, 'bookCare', ask(more))
const raw = (data: unknown, openid = family.openid) =>
  point.post('/cloud/call', openid, { name: 'api', data })

describe('What is not a proper call', () => {
  it('an unknown use case names its field', async () => {
    const { result } = await raw({ useCase: 'bookEverything', input: {} })
    expect(result).toMatchObject({
      ok: false,
      code: 'invalid_input',
      detail: { fields: [{ path: 'useCase' }] },
    })
  })

  it.each([
    ['nothing at all', undefined],
    ['use case as number', { useCase: 7 }],
  ])('%s is a fault, not a crash', async (_name, data) => {
    expect((await raw(data)).result).toMatchObject({ ok: false, code: 'invalid_input' })
  })

  it.each([
    ['a text', 'book'],
    ['a list', []],
  ])('%s as data is refused by the platform', async (_name, data) => {
    const answer = await raw(data)
    expect(answer.result).toBeUndefined()
    expect(answer.errMsg).toContain('INVALID_PARAM')
  })

  it('a list of a million is too long, told at once', async () => {
    const zeros = Array.from({ length: 1_000_000 }, () => 0)
    for (const [useCase, input, path] of [
      ['recordConsent', { accepted: zeros }, 'accepted'],
      ['bookCare', ask({ childIds: zeros }), 'childIds'],
    ] as const)
      expect(await point.tryCall(family.openid, useCase, input)).toMatchObject({
        code: 'invalid_input',
        detail: { fields: [{ path, why: 'too_long' }] },
      })
  })

  it.each([
    ['nothing but what cannot be seen', '\u200b\u202e \u0000\u2066', { why: 'missing' }],
    ['eleven characters', '一二三四五六七八九十一', { why: 'too_long' }],
  ])('a name of %s is wrong', async (_name, name, why) => {
    const { householdId } = family
    const child = { householdId, name, birthDate: '2024-10-20', allergies: '' }
    expect(await point.tryCall(family.openid, 'saveChild', child)).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'name', ...why }] },
    })
  })

  it('a name is kept as one line that reads as it was typed, faces of two halves whole', async () => {
    const guardian = await point.family('o-unicode', [])
    const { householdId } = guardian
    const name = ' 小\u202e雨\n\u0000🐟\ud83d '
    const child = { householdId, name, birthDate: '2024-10-20', allergies: '花生\r\n鸡蛋' }
    const { household } = await point.call(guardian.openid, 'saveChild', child)
    expect(household.children).toMatchObject([{ name: '小雨 🐟', allergies: '花生 鸡蛋' }])
  })

  it('missing and wrong fields are named', async () => {
    const reply = await point.tryCall(family.openid, 'bookCare', {
      siteId: SITE,
      childIds: family.childIds,
      date: '2026-02-30',
      span: { from: '9', to: '11:00' },
      seenTotalFen: 'free',
      accepted: [],
      price: 1,
    })
    expect(reply.code).toBe('invalid_input')
    const paths = reply.detail.fields.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['date', 'span.from', 'seenTotalFen', 'attempt', 'price']),
    )
  })

  it('a megabyte of nonsense is refused and nothing stays of it', async () => {
    const nonsense = '废'.repeat(350_000)
    const reply = await point.tryCall(family.openid, 'saveChild', {
      householdId: family.householdId,
      name: nonsense,
      birthDate: '2024-10-20',
      allergies: nonsense,
    })
    expect(reply).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'name', why: 'too_long' }, { path: 'allergies' }] },
    })
    const [household] = (await point.documents('households')).filter(
      ({ _id }) => _id === family.householdId,
    )
    expect(household.children).toHaveLength(1)
  })

  it('keys that could reach a prototype or nest a path are wrong ids', async () => {
    for (const id of ['__proto__', '__proto__.x', 'a.b', '$where', '', 'x'.repeat(80)])
      expect(await book({ childIds: [id] })).toMatchObject({ code: 'invalid_input' })
  })

  it('nobody is signed out', async () => {
    const response = await fetch(`${point.url}/cloud/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'api', data: { useCase: 'enterApp', input: {} } }),
    })
    const answer = (await response.json()) as { result?: unknown; errMsg?: string }
    expect(answer.result).toBeUndefined()
    expect(answer.errMsg).toContain('PERMISSION_DENIED')
  })
})

describe("Somebody else's", () => {
  it('child cannot be booked, and nothing is told about it', async () => {
    const reply = await book({ childIds: other.childIds })
    expect(reply).toEqual({
      ok: false,
      code: 'not_found',
      detail: { code: 'not_found' },
      requestId: expect.any(String),
    })
  })

  it('child cannot ride along with the own one', async () => {
    const childIds = [...family.childIds, ...other.childIds]
    expect(await book({ childIds })).toMatchObject({ code: 'not_found' })
  })

  it('site knows nothing of this family: no care, and no residents’ price', async () => {
    const ask = { childIds: family.childIds, date: TOMORROW, span: { from: '09:00', to: '11:00' } }
    const elsewhere = { ...ask, siteId: 'elsewhere' }
    expect(await point.tryCall(family.openid, 'quoteCare', elsewhere)).toMatchObject({
      code: 'not_found',
    })
    expect(await book({ siteId: 'elsewhere' })).toMatchObject({ code: 'not_found' })
  })

  it('booking can be neither seen nor cancelled', async () => {
    const booked = await point.book(other, { from: '09:00', to: '11:00' })
    const bookingId = booked.value.bookings[0].id
    const seen = await point.tryCall(family.openid, 'showBooking', { bookingId })
    expect(seen).toMatchObject({ ok: false, code: 'not_found' })
    const cancel = { bookingId, seenFeeFen: 0 }
    expect(await point.tryCall(family.openid, 'cancelBooking', cancel)).toMatchObject({
      code: 'not_found',
    })
    const missing = { bookingId: 'no-such-booking', seenFeeFen: 0 }
    expect(await point.tryCall(family.openid, 'cancelBooking', missing)).toMatchObject({
      code: 'not_found',
    })
  })

  it('bookings, children and household are not found', async () => {
    const { householdId } = other
    expect(await point.tryCall(family.openid, 'listBookings', { householdId })).toMatchObject({
      code: 'not_found',
    })
    const child = { householdId, name: '改名', birthDate: '2024-10-20', allergies: '' }
    expect(await point.tryCall(family.openid, 'saveChild', child)).toMatchObject({
      code: 'not_found',
    })
  })

  it('openid in the payload changes nothing', async () => {
    const forged = { ...ask({ childIds: other.childIds }), openid: other.openid }
    const { result } = await raw({
      useCase: 'bookCare',
      input: forged,
      userInfo: { openId: other.openid },
    })
    expect(result).toMatchObject({ ok: false, code: 'invalid_input' })
    const { result: second } = await raw({
      useCase: 'listBookings',
      input: { householdId: other.householdId },
      userInfo: { openId: other.openid },
    })
    expect(second).toMatchObject({ code: 'not_found' })
  })
})

describe('What the rules refuse', () => {
  it.each([
    ['outside the opening hours', { span: { from: '17:00', to: '19:00' } }, 'outside_hours'],
    ['shorter than an hour', { span: { from: '09:00', to: '09:30' } }, 'span_too_short'],
    ['backwards', { span: { from: '11:00', to: '09:00' } }, 'span_too_short'],
    ['off the half-hour grid', { span: { from: '09:10', to: '11:10' } }, 'span_off_grid'],
    ['in the past', { date: TODAY, span: { from: '09:00', to: '11:00' } }, 'span_past'],
    ['on a Sunday', { date: '2026-11-29' }, 'day_closed'],
    ['too far ahead', { date: '2026-12-20' }, 'day_not_open'],
    ['at a price that was another', { seenTotalFen: 1 }, 'price_changed'],
  ])('a span %s', async (_name, more, code) => {
    expect(await book(more)).toMatchObject({ ok: false, code })
  })

  it('a changed price comes with the new bill', async () => {
    expect(await book({ seenTotalFen: 3000 })).toMatchObject({
      code: 'price_changed',
      detail: { totalFen: 2700, quotes: [{ totalFen: 2700 }] },
    })
  })

  it.each([
    ['too young', '2025-06-27', 'child_too_young'],
    ['too old', '2023-11-26', 'child_too_old'],
  ])('a child %s on that day', async (_name, birth, code) => {
    const guardian = await point.family(`o-${code}`, [birth])
    expect(await point.book(guardian, { from: '09:00', to: '11:00' })).toMatchObject({ code })
  })

  it('stores nothing of all these', async () => {
    const mine = (await point.documents('bookings')).filter(
      ({ householdId }) => householdId === family.householdId,
    )
    expect(mine).toEqual([])
  })
})

describe('The timer', () => {
  it('cannot be called by a person, whatever the payload claims', async () => {
    const forged = { Type: 'Timer', TriggerName: 'every-minute', openid: 'o-manager' }
    const answer = await point.post('/cloud/call', family.openid, {
      name: 'scheduled',
      data: forged,
    })
    expect(answer.result).toBeUndefined()
    expect(answer.errMsg).toContain('PERMISSION_DENIED')
  })

  it('refuses by itself whoever got past the rules of the platform', async () => {
    const { result } = await appAt(point.url).callFunction({
      name: 'scheduled',
      data: { Type: 'Timer', TriggerName: 'every-minute', TRIGGER_SRC: 'timer' },
    })
    expect(result).toEqual({ ok: false, code: 'forbidden' })
  })
})

describe('A web page of another origin', () => {
  it.each(['/cloud/call', '/admin', '/__local/reset', '/__local/clock'])(
    'cannot reach %s',
    async (path) => {
      const response = await fetch(point.url + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: 'https://example.com',
          'x-local-openid': family.openid,
        },
        body: JSON.stringify({ name: 'api', data: { useCase: 'enterApp', input: {} } }),
      })
      expect(response.status).toBe(403)
    },
  )
})
