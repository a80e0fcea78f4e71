import { SITE } from '../../local/seed/site'
import { expected, handsAt, nonce, type Expected } from '../support/door-hands'
import { TODAY, TOMORROW, openPoint, type Point } from '../support/open-point'

let point: Point
let hands: ReturnType<typeof handsAt>
let child: Expected
beforeAll(async () => {
  point = await openPoint()
  hands = handsAt(point)
  child = await expected(point, 'o-mother')
  await point.at(TOMORROW, '09:00')
  await hands.scan(child.ticket, 'in')
})
afterAll(() => point.close())

const give = (more: object = {}, openid = 'o-mother') =>
  point.tryCall(openid, 'givePass', {
    bookingId: child.bookingId,
    name: '外婆',
    attempt: nonce(),
    ...more,
  })
const open = (passId: string, openid: string) => point.tryCall(openid, 'openPass', { passId })
const show = (passId: string, openid: string) => point.tryCall(openid, 'showPass', { passId })
const confirm = (passId: string, number: string, openid = 'o-mother') =>
  point.tryCall(openid, 'confirmPass', { passId, number })
const revoke = (passId: string, openid = 'o-mother') =>
  point.tryCall(openid, 'revokePass', { passId })
/** What of the pass mother was told, in order. */
const toldMother = async (): Promise<string[]> =>
  (await point.documents('messages'))
    .filter(({ openid, data }) => openid === 'o-mother' && /外婆/.test(data.thing3 ?? ''))
    .sort((a, b) => a.at - b.at || (a.data.thing3 < b.data.thing3 ? 1 : -1))
    .map(({ data }) => data.thing3)
const given = async (name = '外婆'): Promise<string> => (await give({ name })).value.pass.id

describe('Grandmother fetches the child', () => {
  let passId: string
  let number: string

  it('mother gives a pass; the card says no more than grandmother’s own name and the day', async () => {
    passId = await given()
    const { value } = await show(passId, 'o-grandmother')
    expect(value).toMatchObject({ state: 'free', name: '外婆', date: TOMORROW })
    expect(JSON.stringify(value)).not.toContain('孩子0')
    expect(value.ticket).toBeUndefined()
  })

  it('grandmother opens it first; the card forwarded to a group is worth nothing', async () => {
    const opened = await open(passId, 'o-grandmother')
    number = opened.value.number
    expect(opened.value).toMatchObject({
      state: 'waiting',
      number: expect.stringMatching(/^\d{4}$/),
    })
    expect(await open(passId, 'o-grandmother')).toMatchObject({ value: { number } })
    expect(await toldMother()).toEqual(['外婆的接送码有人打开了'])
    expect(await open(passId, 'o-neighbour')).toMatchObject({ code: 'pass_taken' })
    expect((await show(passId, 'o-neighbour')).value).toMatchObject({ state: 'taken' })
    expect((await show(passId, 'o-neighbour')).value.number).toBeUndefined()
  })

  it('no door opens for it before mother has confirmed her', async () => {
    expect((await show(passId, 'o-grandmother')).value.ticket).toBeUndefined()
    const { passes } = await point.call('o-lin', 'showRoom', { siteId: SITE })
    expect(passes).toEqual([])
  })

  it('mother sees the number, and only that number confirms', async () => {
    const { passes } = await point.call('o-mother', 'listPasses', { bookingId: child.bookingId })
    expect(passes).toMatchObject([{ id: passId, state: 'opened', number }])
    expect(JSON.stringify(passes)).not.toContain('o-grandmother')
    const wrong = String((Number(number) + 1) % 10_000).padStart(4, '0')
    expect(await confirm(passId, wrong)).toMatchObject({ code: 'pass_other_opener' })
    expect(await confirm(passId, number)).toMatchObject({ value: { pass: { state: 'confirmed' } } })
    expect(await confirm(passId, number)).toMatchObject({ ok: true })
  })

  it('grandmother has her own QR now, the neighbour still has none', async () => {
    const { value } = await show(passId, 'o-grandmother')
    expect(value).toMatchObject({ state: 'ready', childName: '孩子0', until: '11:00' })
    expect(value.ticket).toMatch(/^YP1\./)
    expect((await show(passId, 'o-neighbour')).value.ticket).toBeUndefined()
  })

  it('at the door the child goes home with her, once, in five database requests', async () => {
    const { ticket } = (await show(passId, 'o-grandmother')).value
    expect(await hands.scan(ticket, 'in')).toMatchObject({ code: 'pass_only_out' })
    const { passes } = await point.call('o-lin', 'showRoom', { siteId: SITE })
    expect(passes).toMatchObject([{ id: passId, bookingId: child.bookingId, name: '外婆' }])
    await point.control('requests')
    expect(await hands.scan(ticket, 'out')).toMatchObject({ value: { state: 'gone' } })
    const { requests } = await (await fetch(`${point.url}/__local/requests`)).json()
    const mine = requests.filter(({ useCase }: any) => useCase === 'scanTicket')
    expect(mine.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(5)
    expect(await hands.scan(ticket, 'out')).toMatchObject({ code: 'already_gone' })
    expect((await show(passId, 'o-grandmother')).value).toMatchObject({ state: 'used' })
    await point.control('timers/scheduled')
    await point.control('timers/scheduled')
    expect(await toldMother()).toEqual(['外婆的接送码有人打开了', '09:00 外婆接走了'])
  })
})

describe('A pass that is not good', () => {
  let other: Expected
  beforeAll(async () => {
    await point.at(TODAY, '10:00')
    other = await expected(point, 'o-father')
    await point.at(TOMORROW, '09:05')
    await hands.scan(other.ticket, 'in')
  })
  const fathers = async (name: string): Promise<string> => {
    const pass = await give({ bookingId: other.bookingId, name }, 'o-father')
    return pass.value.pass.id
  }
  const ready = async (passId: string, openid: string): Promise<string> => {
    const { number } = (await open(passId, openid)).value
    await confirm(passId, number, 'o-father')
    return (await show(passId, openid)).value.ticket
  }

  it('was revoked: its QR takes nobody, online or told later', async () => {
    const passId = await fathers('阿姨')
    const ticket = await ready(passId, 'o-aunt')
    expect(await revoke(passId, 'o-father')).toMatchObject({
      value: { pass: { state: 'revoked' } },
    })
    expect(await hands.scan(ticket, 'out')).toMatchObject({
      code: 'pass_revoked',
      detail: { since: '09:05' },
    })
    expect((await show(passId, 'o-aunt')).value).toMatchObject({ state: 'revoked' })
    expect(await open(passId, 'o-aunt')).toMatchObject({ code: 'pass_revoked' })
    await point.at(TOMORROW, '10:00')
    const act = { nonce: nonce(), at: hands.instant('09:58'), act: 'out', code: ticket }
    const { told } = (await hands.tell([act], hands.instant('10:00'))).value
    // The child has gone: that stays true, and somebody has to call.
    expect(told).toMatchObject([{ refusal: { code: 'pass_revoked' } }])
    expect((await hands.seen(other.bookingId)).state).toBe('gone')
    const undo = { bookingId: other.bookingId, undoes: act.nonce, reason: 'too_soon' }
    await point.call('o-lin', 'undoScan', { siteId: SITE, nonce: nonce(), ...undo })
    expect((await hands.seen(other.bookingId)).state).toBe('inside')
  })

  it('is another child’s: edited it is forged', async () => {
    const ticket = await ready(await fathers('爷爷'), 'o-grandfather')
    const edited = ticket.replace(other.bookingId, child.bookingId)
    expect(edited).not.toBe(ticket)
    expect(await hands.scan(edited, 'out')).toMatchObject({ code: 'ticket_forged' })
  })

  it('two open it in the same moment: one of them has it', async () => {
    const passId = await fathers('舅舅')
    const replies = await Promise.all(['o-uncle', 'o-thief'].map((who) => open(passId, who)))
    const states = replies.map((reply) => reply.value?.state ?? reply.code)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(1)
    expect(states.every((state) => ['waiting', 'taken', 'pass_taken'].includes(state))).toBe(true)
  })

  it('revoking and confirming at once ends revoked', async () => {
    await point.call('o-father', 'listPasses', { bookingId: other.bookingId })
    const [uncle] = (
      await point.call('o-father', 'listPasses', { bookingId: other.bookingId })
    ).passes.filter(({ name }: any) => name === '舅舅')
    await Promise.all([confirm(uncle.id, uncle.number, 'o-father'), revoke(uncle.id, 'o-father')])
    const after = await point.call('o-father', 'listPasses', { bookingId: other.bookingId })
    expect(after.passes.find(({ id }: any) => id === uncle.id).state).toBe('revoked')
  })

  it('is one too many: three are enough', async () => {
    const names = ['一', '二', '三', '四']
    const replies = []
    for (const name of names)
      replies.push(await give({ bookingId: other.bookingId, name }, 'o-father'))
    expect(replies.at(-1)).toMatchObject({ code: 'passes_full', detail: { most: 3 } })
  })
})

describe('Who may do what with a pass', () => {
  it('a stranger finds neither booking nor pass of the family', async () => {
    expect(await give({}, 'o-stranger')).toMatchObject({ code: 'not_found' })
    const passId = (await point.documents('passes'))[0]._id
    for (const act of [confirm(passId, '0000', 'o-stranger'), revoke(passId, 'o-stranger')])
      expect(await act).toMatchObject({ code: 'not_found' })
    const list = { bookingId: child.bookingId }
    expect(await point.tryCall('o-stranger', 'listPasses', list)).toMatchObject({
      code: 'not_found',
    })
    expect(await show('made-up', 'o-stranger')).toMatchObject({ code: 'not_found' })
  })

  it('no name, or one too long, is said beside its field', async () => {
    for (const name of ['', ' ', '一二三四五六七八九十一'])
      expect(await give({ name })).toMatchObject({
        code: 'invalid_input',
        detail: { fields: [{ path: 'name' }] },
      })
  })

  it('the same attempt is one pass; after the child is gone there is none', async () => {
    await point.at(TODAY, '10:00')
    const again = await expected(point, 'o-again')
    const attempt = nonce()
    const input = { bookingId: again.bookingId, attempt }
    const [one, two] = await Promise.all([give(input, 'o-again'), give(input, 'o-again')])
    expect(one.value.pass.id).toBe(two.value.pass.id)
    expect(await give()).toMatchObject({ code: 'already_gone' })
  })

  it('the guardian does not open the own card', async () => {
    const [pass] = (await point.documents('passes')).filter(({ openedBy }) => !openedBy)
    const openid = pass.householdId === child.family.householdId ? 'o-mother' : undefined
    const owner = openid ?? (pass.name.length === 1 ? 'o-father' : 'o-again')
    expect(await open(pass._id, owner)).toMatchObject({ code: 'pass_own' })
  })
})

it('erasing takes passes along, and leaves by itself after ninety days', async () => {
  await point.at(TODAY, '12:00')
  const leaving = await expected(point, 'o-leaving')
  const pass = await give({ bookingId: leaving.bookingId }, 'o-leaving')
  await open(pass.value.pass.id, 'o-helper')
  const { passes } = await point.call('o-leaving', 'exportMyData', {})
  expect(passes).toMatchObject([{ name: '外婆', date: TOMORROW }])
  await point.call('o-leaving', 'eraseMe', {})
  const left = await point.documents('passes')
  expect(left.filter(({ householdId }) => householdId === leaving.family.householdId)).toEqual([])

  await point.at('2027-02-23', '08:00')
  await point.control('timers/scheduled')
  expect((await point.documents('passes')).length).toBeGreaterThan(0)
  await point.at('2027-02-25', '08:00')
  await point.control('timers/scheduled')
  expect(await point.documents('passes')).toEqual([])
})
