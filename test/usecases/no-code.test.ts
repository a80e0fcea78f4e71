import { SITE } from '../../local/seed/site'
import { expected, handsAt, nonce, type Expected } from '../support/door-hands'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let hands: ReturnType<typeof handsAt>
let child: Expected
beforeAll(async () => {
  point = await openPoint()
  hands = handsAt(point)
  child = await expected(point, 'o-mother')
  await point.at(TOMORROW, '09:00')
})
afterAll(() => point.close())

const listed = (act: 'in' | 'out', carer = 'o-lin') =>
  point.tryCall(carer, 'scanTicket', { siteId: SITE, bookingId: child.bookingId, act })

describe('A child without a code', () => {
  it('comes in from the list, and never goes home from it', async () => {
    expect(await listed('in', 'o-mother')).toMatchObject({ code: 'forbidden' })
    expect(await listed('in')).toMatchObject({ value: { state: 'inside' } })
    expect(await listed('in')).toMatchObject({ code: 'already_inside' })
    expect(await listed('out')).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'ticket' }] },
    })
  })

  it('a slip is undone with a reason, and only the last one', async () => {
    const { lastAct } = await hands.seen(child.bookingId)
    const undo = (undoes: string, openid = 'o-huang', more: object = {}) =>
      point.tryCall(openid, 'undoScan', {
        siteId: SITE,
        bookingId: child.bookingId,
        undoes,
        reason: 'wrong_child',
        nonce: nonce(),
        ...more,
      })
    expect(await undo(lastAct, 'o-mother')).toMatchObject({ code: 'forbidden' })
    expect(await undo(lastAct, 'o-huang', { reason: 'because' })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'reason' }] },
    })
    expect(await undo('something-else')).toMatchObject({ code: 'nothing_to_undo' })
    expect(await undo(lastAct)).toMatchObject({ value: { state: 'booked' } })
    expect(await undo(lastAct)).toMatchObject({ code: 'nothing_to_undo' })
    const { next } = await point.call('o-mother', 'enterApp', {})
    expect(next[0]).toMatchObject({ state: 'booked' })
    expect(next[0].inAt).toBeUndefined()
    expect(await listed('in')).toMatchObject({ value: { state: 'inside' } })
  })

  it('on another day nothing is undone', async () => {
    const { lastAct: undoes } = await hands.seen(child.bookingId)
    await point.at('2026-11-27', '09:00')
    const { bookingId } = child
    const undo = { siteId: SITE, bookingId, undoes, reason: 'wrong_child', nonce: nonce() }
    expect(await point.tryCall('o-lin', 'undoScan', undo)).toMatchObject({ code: 'ticket_unknown' })
    await point.at(TOMORROW, '10:00')
  })
})

describe('A child that somebody fetches without ticket or pass', () => {
  const ask = (more: object = {}, openid = 'o-lin') =>
    point.tryCall(openid, 'askOverride', {
      siteId: SITE,
      bookingId: child.bookingId,
      who: '舅舅 王先生',
      reason: 'phone_dead',
      attempt: nonce(),
      ...more,
    })
  const agree = (overrideId: string, openid: string) =>
    point.tryCall(openid, 'agreeOverride', { siteId: SITE, overrideId })
  const seenBy = async (openid: string) =>
    (await point.call(openid, 'showRoom', { siteId: SITE })).overrides

  it('needs words for who and why', async () => {
    expect(await ask({ who: ' ', reason: 'hurry' })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'who' }, { path: 'reason' }] },
    })
  })

  it('the asking is seen by colleagues, runs out, and can be asked anew', async () => {
    const id = (await ask()).value.override.id
    expect(await seenBy('o-huang')).toMatchObject([
      { id, who: '舅舅 王先生', askedByName: '林老师', mine: false },
    ])
    expect(await seenBy('o-lin')).toMatchObject([{ id, mine: true }])
    await point.at(TOMORROW, '10:11')
    expect(await seenBy('o-huang')).toEqual([])
    expect(await agree(id, 'o-huang')).toMatchObject({ code: 'override_over' })
    expect((await hands.seen(child.bookingId)).state).toBe('inside')
  })

  it('the one who asked is not the second carer, nor is anybody who is no carer', async () => {
    const id = (await ask()).value.override.id
    expect(await agree(id, 'o-lin')).toMatchObject({ code: 'second_carer_needed' })
    for (const openid of ['o-mother', 'o-manager', 'o-community'])
      expect(await agree(id, openid)).toMatchObject({ code: 'forbidden' })
    expect(await agree('made-up', 'o-huang')).toMatchObject({ code: 'not_found' })
    expect((await hands.seen(child.bookingId)).state).toBe('inside')
  })

  it('two carers let it go, also when the first agreeing died half-way', async () => {
    const id = (await ask()).value.override.id
    const faults = [{ kind: 'drop', action: 'database.modifyDocument', collection: 'days' }]
    await point.control('faults', { faults })
    expect(await agree(id, 'o-huang')).toMatchObject({ code: 'busy' })
    await point.control('faults', { faults: [] })
    expect(await agree(id, 'o-zhou')).toMatchObject({ code: 'override_agreed' })
    expect(await agree(id, 'o-huang')).toMatchObject({ value: { state: 'gone' } })
    expect(await agree(id, 'o-huang')).toMatchObject({ value: { state: 'gone' } })
    const { overrides } = await point.call('o-mother', 'exportMyData', {})
    expect(overrides.find(({ agreedByName }: any) => agreedByName)).toMatchObject({
      who: '舅舅 王先生',
      askedByName: '林老师',
      agreedByName: '黄老师',
    })
    expect(await ask()).toMatchObject({ code: 'already_gone' })
  })
})

describe('A family at the door without a booking', () => {
  let family: Family
  const walkIn = { siteId: SITE }
  beforeAll(async () => {
    await point.at(TODAY, '10:00')
    family = await point.family('o-walker', ['2024-10-20'])
    await point.at(TOMORROW, '14:10')
  })
  const plan = () => point.call('o-lin', 'planWalkIn', { ...walkIn, childId: family.childIds[0] })
  const book = (option: any, more: object = {}, openid = 'o-lin') =>
    point.tryCall(openid, 'bookWalkIn', {
      ...walkIn,
      childId: family.childIds[0],
      span: option.span,
      attempt: 'walk-in-1',
      seenTotalFen: option.totalFen,
      ...more,
    })

  it('is found by name or number, by staff, and a short guess lists nobody', async () => {
    const find = (typed: string, openid = 'o-lin') =>
      point.tryCall(openid, 'findFamilies', { ...walkIn, typed })
    expect((await find('小雨妈妈')).value.children.length).toBeGreaterThan(0)
    expect((await find('1000')).value.children[0]).toMatchObject({ ageMonths: 25 })
    expect((await find('00')).value.children).toEqual([])
    expect(await find('小雨', 'o-walker')).toMatchObject({ code: 'forbidden' })
    expect(await find('小雨', 'o-manager')).toMatchObject({ code: 'forbidden' })
  })

  it('sees what is free from now on, at the usual price', async () => {
    const { options } = await plan()
    expect(options[0]).toEqual({ span: { from: '14:00', to: '15:00' }, totalFen: 1350 })
    expect(options.at(-1).span.to).toBe('18:00')
  })

  it('is booked by the rules of every booking, once, and let in', async () => {
    const { options } = await plan()
    expect(await book(options[1], { seenTotalFen: 1 })).toMatchObject({ code: 'price_changed' })
    expect(await book(options[1], {}, 'o-walker')).toMatchObject({ code: 'forbidden' })
    const past = { ...options[0], span: { from: '09:00', to: '11:00' } }
    expect(await book(past)).toMatchObject({ code: 'span_past' })
    const [one, two] = await Promise.all([book(options[1]), book(options[1])])
    const booked = one.ok ? one : two
    expect(booked).toMatchObject({ ok: true })
    expect(await book(options[1])).toMatchObject({
      value: { booking: { id: booked.value.booking.id } },
    })
    expect(await book(options[1], { attempt: 'walk-in-2' })).toMatchObject({
      code: 'child_already_booked',
    })
    const bookingId = booked.value.booking.id
    const scan = { siteId: SITE, bookingId, act: 'in' }
    expect(await point.tryCall('o-lin', 'scanTicket', scan)).toMatchObject({
      value: { state: 'inside' },
    })
    expect((await point.call('o-walker', 'enterApp', {})).next[0]).toMatchObject({
      id: bookingId,
      state: 'inside',
    })
  })

  it('another site’s child, or one that nobody registered, is not found', async () => {
    const childId = 'nobody-1'
    expect(await point.tryCall('o-lin', 'planWalkIn', { ...walkIn, childId })).toMatchObject({
      code: 'not_found',
    })
  })

  it('comes at night: nothing is free, and why', async () => {
    await point.at(TOMORROW, '19:00')
    expect(await plan()).toMatchObject({ options: [], refusal: { code: 'outside_hours' } })
  })
})
