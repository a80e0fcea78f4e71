import { SITE } from '../../local/seed/site'
import { signTicket } from '../../miniprogram/domain/ticket'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
let bookingId: string
let ticket: string
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-guardian', ['2024-10-20'])
  const reply = await point.book(family, { from: '09:00', to: '11:00' })
  bookingId = reply.value.bookings[0].id
  ticket = (await point.call(family.openid, 'showBooking', { bookingId })).ticket
})
afterAll(() => point.close())

const scan = (act: 'in' | 'out', text = ticket, more: object = {}) =>
  point.tryCall('o-lin', 'scanTicket', { siteId: SITE, ticket: text, act, ...more })

describe('At the door', () => {
  it('a ticket of tomorrow is early today', async () => {
    expect(await scan('in')).toMatchObject({ code: 'ticket_other_day', detail: { date: TOMORROW } })
  })

  it('half an hour before the time is early, a quarter is not', async () => {
    await point.at(TOMORROW, '08:40')
    expect(await scan('in')).toMatchObject({ code: 'ticket_early', detail: { from: '09:00' } })
  })

  it('a ticket edited by one character is forged', async () => {
    await point.at(TOMORROW, '08:50')
    const edited = ticket.replace('.1100.', '.1700.')
    expect(edited).not.toBe(ticket)
    expect(await scan('in', edited)).toMatchObject({ code: 'ticket_forged' })
  })

  it('a ticket signed with a key of one’s own is forged, any other code unreadable', async () => {
    const key = { keyId: 'k1', seed: Buffer.alloc(32, 7).toString('base64') }
    const own = signTicket(
      {
        bookingId: bookingId as never,
        childId: family.childIds[0] as never,
        siteId: SITE as never,
        date: TOMORROW as never,
        span: { from: '09:00' as never, to: '11:00' as never },
      },
      key,
    )
    expect(await scan('in', own)).toMatchObject({ code: 'ticket_forged' })
    expect(await scan('in', 'https://example.com')).toMatchObject({ code: 'ticket_unreadable' })
  })

  it('a child that is not inside cannot go home', async () => {
    expect(await scan('out')).toMatchObject({ code: 'not_inside' })
  })

  it('two phones that scan at the same moment bring the child in once', async () => {
    const replies = await Promise.all([scan('in'), scan('in')])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => ok)?.value).toMatchObject({ bookingId, state: 'inside' })
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'already_inside' })
    expect(await scan('in')).toMatchObject({ code: 'already_inside', detail: { since: '08:50' } })
  })

  it('the family sees where the child is, and may not erase itself meanwhile', async () => {
    const { next } = await point.call(family.openid, 'enterApp', {})
    expect(next).toMatchObject([{ id: bookingId, state: 'inside' }])
    expect(await point.tryCall(family.openid, 'eraseMe', {})).toMatchObject({
      code: 'children_inside',
    })
  })

  it('the same ticket lets the child go home, once', async () => {
    await point.at(TOMORROW, '11:05')
    expect(await scan('out')).toMatchObject({ ok: true, value: { state: 'gone' } })
    expect(await scan('out')).toMatchObject({ code: 'already_gone', detail: { since: '11:05' } })
    expect(await scan('in')).toMatchObject({ code: 'already_gone' })
  })

  it('a child that comes in costs five database requests: its health file is one', async () => {
    const other = await point.family('o-counted', ['2024-10-20'])
    const reply = await point.book(other, { date: TOMORROW, from: '14:00', to: '16:00' })
    const id = reply.value.bookings[0].id
    const shown = await point.call(other.openid, 'showBooking', { bookingId: id })
    await point.at(TOMORROW, '14:00')
    await point.control('requests')
    expect(await scan('in', shown.ticket)).toMatchObject({ ok: true })
    const { requests } = await (await fetch(`${point.url}/__local/requests`)).json()
    const mine = requests.filter(({ useCase }: any) => useCase === 'scanTicket')
    expect(mine.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(5)
  })

  it('a child that goes home costs four: its bill waits for whoever looks next', async () => {
    const other = await point.family('o-fetched', ['2024-10-20'])
    const reply = await point.book(other, { date: TOMORROW, from: '14:30', to: '16:30' })
    const bookingId = reply.value.bookings[0].id
    const shown = await point.call(other.openid, 'showBooking', { bookingId })
    await point.at(TOMORROW, '14:30')
    await scan('in', shown.ticket)
    await point.at(TOMORROW, '16:28')
    await point.control('requests')
    expect(await scan('out', shown.ticket)).toMatchObject({ ok: true })
    const { requests } = await (await fetch(`${point.url}/__local/requests`)).json()
    const mine = requests.filter(({ useCase }: any) => useCase === 'scanTicket')
    expect(mine.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(4)
    // The family looks at once, before any timer, and so does the desk.
    const { bill } = await point.call(other.openid, 'showBooking', { bookingId })
    expect(bill).toMatchObject({ totalFen: 2700, dueFen: 2700 })
  })
})

describe('Who may do what', () => {
  it.each([
    ['a guardian', 'o-guardian'],
    ['the community', 'o-community'],
    ['a stranger', 'o-stranger'],
  ])('%s cannot scan or look into the room', async (_name, openid) => {
    const input = { siteId: SITE, ticket, act: 'in' }
    expect(await point.tryCall(openid, 'scanTicket', input)).toMatchObject({ code: 'forbidden' })
    expect(await point.tryCall(openid, 'showRoom', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
  })

  it("a carer of this site is nobody at another's", async () => {
    expect(await point.tryCall('o-lin', 'showRoom', { siteId: 'elsewhere' })).toMatchObject({
      code: 'forbidden',
    })
  })

  it('the room shows staff what the door needs, and the public keys', async () => {
    await point.at(TOMORROW, '12:00')
    const room = await point.call('o-lin', 'showRoom', { siteId: SITE })
    expect(room.children).toMatchObject([
      { name: '孩子0', ageMonths: 25, state: 'gone', papersSeen: true },
      { name: '孩子0', state: 'inside' },
      { name: '孩子0', state: 'gone' },
    ])
    expect(Object.keys(room.ticketKeys)).toEqual(['k1'])
    expect(JSON.stringify(room)).not.toContain('o-guardian')
    await point.at(TODAY, '10:00')
  })
})

describe('What staff do not get', () => {
  it('a carer cannot vouch for her own family', async () => {
    const own = await point.family('o-lin', ['2024-10-20'], false)
    const papers = { siteId: SITE, householdId: own.householdId }
    expect(await point.tryCall('o-lin', 'confirmPapers', papers)).toMatchObject({
      code: 'forbidden',
    })
    expect(await point.tryCall('o-chen', 'confirmPapers', papers)).toMatchObject({ ok: true })
  })

  it('a child that will not come shows its name and nothing else', async () => {
    await point.at(TOMORROW, '08:00')
    const family = await point.family('o-cancels', ['2024-10-20'])
    const booked = await point.book(family, { date: TOMORROW, from: '15:00', to: '17:00' })
    const bookingId = booked.value.bookings[0].id
    await point.call(family.openid, 'cancelBooking', { bookingId, seenFeeFen: 500 })
    const { children } = await point.call('o-lin', 'showRoom', { siteId: SITE })
    const cancelled = children.filter((child: any) => child.bookingId === bookingId)
    expect(cancelled).toMatchObject([{ name: '孩子0', allergies: '', guardians: [] }])
    await point.at(TODAY, '10:00')
  })
})

describe('An invitation', () => {
  const invite = (openid: string, role: string) =>
    point.tryCall(openid, 'inviteStaff', { siteId: SITE, role, name: '新老师' })

  it('makes one person a carer, once', async () => {
    const { value } = await invite('o-manager', 'carer')
    const { code } = value
    const taken = await Promise.all(
      ['o-new-1', 'o-new-2'].map((openid) => point.tryCall(openid, 'acceptInvitation', { code })),
    )
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
    expect(taken.find(({ ok }) => !ok)).toMatchObject({ code: 'invitation_used' })
    const carer = taken[0]?.ok ? 'o-new-1' : 'o-new-2'
    expect(await point.tryCall(carer, 'showRoom', { siteId: SITE })).toMatchObject({ ok: true })
    expect(JSON.stringify(await point.documents('invitations'))).not.toContain(code)
  })

  it('used by a call that died before the role was given is good for the same person only', async () => {
    const { code } = (await invite('o-manager', 'carer')).value
    const accept = (openid: string) => point.tryCall(openid, 'acceptInvitation', { code })
    await point.control('faults', {
      faults: [{ kind: 'drop', action: 'database.modifyDocument', collection: 'people' }],
    })
    expect(await accept('o-crashed')).toMatchObject({ code: 'busy' })
    await point.control('faults', { faults: [] })
    expect(await accept('o-other')).toMatchObject({ code: 'invitation_used' })
    expect(await accept('o-crashed')).toMatchObject({ ok: true })
    expect(await point.tryCall('o-crashed', 'showRoom', { siteId: SITE })).toMatchObject({
      ok: true,
    })
  })

  it('is given by those who may, to roles they may give', async () => {
    expect(await invite('o-lin', 'carer')).toMatchObject({ code: 'forbidden' })
    expect(await invite('o-community', 'operator')).toMatchObject({ code: 'forbidden' })
    expect(await invite('o-community', 'volunteer')).toMatchObject({ ok: true })
    expect(await invite('o-chen', 'carer')).toMatchObject({ ok: true })
  })

  it('runs out after a week, and a made-up one is not found', async () => {
    const { value } = await invite('o-manager', 'lead')
    await point.at('2026-12-02', '10:01')
    expect(await point.tryCall('o-late', 'acceptInvitation', { code: value.code })).toMatchObject({
      code: 'invitation_expired',
    })
    expect(await point.tryCall('o-late', 'acceptInvitation', { code: 'guess' })).toMatchObject({
      code: 'not_found',
    })
  })
})
