import { readFileSync } from 'node:fs'
import { SITE } from '../../local/seed/site'
import { TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let families: Family[]
let ids: string[]
beforeAll(async () => {
  point = await openPoint()
  families = [
    await point.family('o-first', ['2024-10-20']),
    await point.family('o-second', ['2024-09-20']),
    await point.family('o-absent', ['2024-09-21']),
  ]
  ids = []
  for (const family of families) {
    const booked = await point.book(family, { date: TOMORROW, from: '09:00', to: '11:00' })
    ids.push(booked.value.bookings[0].id)
  }
  await point.at(TOMORROW, '09:00')
  for (const [index, family] of families.slice(0, 2).entries()) {
    const shown = await point.call(family.openid, 'showBooking', { bookingId: ids[index] })
    const scan = { siteId: SITE, ticket: shown.ticket, act: 'in' }
    await point.call('o-lin', 'scanTicket', scan)
  }
  await point.at(TOMORROW, '10:30')
})
afterAll(() => point.close())

const write = (bookingIds: string[], note: object, as = 'o-lin') =>
  point.tryCall(as, 'writeNotes', { siteId: SITE, bookingIds, note })
const noteOf = async (index: number) =>
  (await point.call(families[index]!.openid, 'showBooking', { bookingId: ids[index] })).note

describe('A day note', () => {
  it('is written once for several children and read by each family in its booking', async () => {
    expect(await write(ids.slice(0, 2), { eaten: 'all', books: ['小鱼的渔邨'] })).toMatchObject({
      value: { written: 2 },
    })
    expect(await write([ids[0]!], { sleptMinutes: 90, sentence: ' 今天自己穿鞋 ' })).toMatchObject({
      ok: true,
    })
    expect(await noteOf(0)).toEqual({
      eaten: 'all',
      books: ['小鱼的渔邨'],
      sleptMinutes: 90,
      sentence: '今天自己穿鞋',
    })
    expect(await noteOf(1)).toEqual({ eaten: 'all', books: ['小鱼的渔邨'] })
  })

  it('is of a child who is or was here, says something, and comes from a carer', async () => {
    expect(await write(ids, { mood: 'happy' })).toMatchObject({ code: 'not_here_today' })
    expect(await noteOf(1)).not.toHaveProperty('mood')
    expect(await write([ids[0]!], {})).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'note', why: 'missing' }] },
    })
    expect(await write([ids[0]!], { mood: 'happy' }, 'o-manager')).toMatchObject({
      code: 'forbidden',
    })
    expect(await write([ids[0]!], { sentence: '长'.repeat(101) })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'note.sentence', why: 'too_long' }] },
    })
  })

  it('two carers at the same moment lose no word', async () => {
    const [first = ''] = ids
    const said = [{ mood: 'calm' }, { nappies: 2 }]
    const replies = await Promise.all(said.map((note) => write([first], note)))
    for (const [index, reply] of replies.entries())
      if (!reply.ok) await write([first], said[index]!)
    expect(await noteOf(0)).toMatchObject({ mood: 'calm', nappies: 2, eaten: 'all' })
  })
})

describe('An incident', () => {
  const told = {
    time: '10:10',
    place: '午睡区',
    what: '从小床边滑下，额头红',
    action: '冷敷十分钟，观察',
    told: '妈妈，电话',
  }
  const record = (more: object = {}, as = 'o-lin') =>
    point.tryCall(as, 'recordIncident', {
      siteId: SITE,
      attempt: 'incident-1',
      bookingIds: [ids[0]],
      ...told,
      ...more,
    })

  it('is kept as it was told, once, with whom it was about', async () => {
    const [first, again] = [await record(), await record()]
    expect(again.value.id).toBe(first.value.id)
    const { incidents } = await point.call('o-chen', 'listIncidents', { siteId: SITE })
    expect(incidents).toMatchObject([{ ...told, children: ['孩子0'], by: '林老师' }])
  })

  it('of the future, of nobody, or without words is refused beside its field', async () => {
    expect(await record({ time: '10:31', attempt: 'incident-2' })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'time' }] },
    })
    expect(await record({ what: ' ', bookingIds: [] })).toMatchObject({
      detail: { fields: [{ path: 'bookingIds' }, { path: 'what' }] },
    })
    expect(await record({ bookingIds: [ids[2]], attempt: 'incident-3' })).toMatchObject({
      code: 'not_here_today',
    })
  })

  it('has its recording saved by name; carers record, leads and operators follow up', async () => {
    const { incidents } = await point.call('o-manager', 'listIncidents', { siteId: SITE })
    const kept = { siteId: SITE, incidentId: incidents[0].id }
    expect(await point.tryCall('o-lin', 'keepVideo', kept)).toMatchObject({ code: 'forbidden' })
    expect(await point.tryCall('o-lin', 'listIncidents', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
    expect(await point.call('o-manager', 'keepVideo', kept)).toMatchObject({ by: '何经理' })
    expect(await point.call('o-chen', 'keepVideo', kept)).toMatchObject({ by: '何经理' })
  })
})

describe('Who reads what', () => {
  const audits = (): Promise<any[]> => point.documents('audits')

  it('each look of a carer into the room is written down before she sees it', async () => {
    const before = (await audits()).length
    await point.call('o-lin', 'showRoom', { siteId: SITE })
    const all = await audits()
    expect(all).toHaveLength(before + 1)
    const entry = all.find(({ what, openid }) => what === 'room' && openid === 'o-lin')
    expect(entry).toMatchObject({ name: '林老师', siteId: SITE, date: TOMORROW })
    expect([...entry.childIds].sort((a, b) => (a < b ? -1 : 1))).toEqual(
      families.flatMap(({ childIds }) => childIds).sort((a, b) => (a < b ? -1 : 1)),
    )
  })

  it('without an entry nobody sees anything', async () => {
    await point.control('faults', {
      faults: [{ kind: 'drop', action: 'database.insertDocument', collection: 'audits' }],
    })
    const reply = await point.tryCall('o-lin', 'showRoom', { siteId: SITE })
    await point.control('faults', { faults: [] })
    expect(reply).toMatchObject({ ok: false, code: 'busy' })
    expect(reply).not.toHaveProperty('value')
  })

  it('an operator sees the room without what is in a health file, and no look is written', async () => {
    const { childIds } = families[0]!
    const child = { siteId: SITE, childId: childIds[0], checkUpOn: '2026-11-20' }
    await point.call('o-chen', 'recordHealth', child)
    const before = (await audits()).length
    const { children } = await point.call('o-manager', 'showRoom', { siteId: SITE })
    expect(children).toHaveLength(3)
    for (const each of children) {
      expect(each).not.toHaveProperty('health')
      expect(each).not.toHaveProperty('check')
      expect(each.allergies).toBe('')
    }
    expect(await audits()).toHaveLength(before)
    const seen = await point.call('o-lin', 'showRoom', { siteId: SITE })
    expect(seen.children.find((each: any) => each.childId === childIds[0]).health).toBeDefined()
  })

  it('only the operator reads the list, by day and by child', async () => {
    for (const as of ['o-lin', 'o-chen', 'o-community', 'o-first'])
      expect(await point.tryCall(as, 'listAudits', { siteId: SITE, date: TOMORROW })).toMatchObject(
        { code: 'forbidden' },
      )
    const [childId = ''] = families[0]!.childIds
    const list = { siteId: SITE, date: TOMORROW, childId }
    const { runs } = await point.call('o-manager', 'listAudits', list)
    expect(runs.map(({ what }: any) => what)).toEqual(
      expect.arrayContaining(['room', 'health', 'incidents']),
    )
    for (const { children } of runs) expect(children.map(({ id }: any) => id)).toContain(childId)
    expect(JSON.stringify(runs)).not.toContain('o-lin')
  })

  it('no code changes or removes an entry, not even when the family is erased', async () => {
    const store = readFileSync('cloudfunctions/core/store/audits.ts', 'utf8')
    expect(store).toContain("'audits'")
    expect(store).not.toMatch(/\.(change|remove)\(/)
    await point.at(TOMORROW, '11:00')
    const shown = await point.call('o-first', 'showBooking', { bookingId: ids[0] })
    await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket: shown.ticket, act: 'out' })
    const before = await audits()
    const data = await point.call('o-first', 'exportMyData', {})
    expect(data).toMatchObject({ notes: [{}], incidents: [{ place: '午睡区' }], checks: [] })
    await point.call('o-first', 'eraseMe', {})
    expect(await audits()).toEqual(before)
    const { householdId } = families[0]!
    for (const collection of ['notes', 'checks', 'households'])
      expect(JSON.stringify(await point.documents(collection))).not.toContain(householdId)
    const { incidents } = await point.call('o-chen', 'listIncidents', { siteId: SITE })
    expect(incidents).toMatchObject([{ children: ['已注销'] }])
  })
})

describe('A note of a child whose family has gone', () => {
  const notes = async () => (await point.documents('notes')).map(({ _id }) => _id)

  it('is not written, and keeps nobody else’s from being written', async () => {
    expect(await write([ids[0]!], { mood: 'happy' })).toMatchObject({ code: 'not_here_today' })
    expect(await write(ids.slice(0, 2), { mood: 'happy' })).toMatchObject({ value: { written: 1 } })
    expect(await noteOf(1)).toMatchObject({ mood: 'happy' })
    expect(await notes()).toEqual([ids[1]])
  })

  it('that is on its way while the family erases itself goes with it', async () => {
    const family = families[2]!
    const { value } = await point.book(family, { date: TOMORROW, from: '14:00', to: '15:00' })
    const [{ id: bookingId }] = value.bookings
    const { ticket } = await point.call(family.openid, 'showBooking', { bookingId })
    for (const [time, act] of [
      ['14:00', 'in'],
      ['14:40', 'out'],
    ] as const) {
      await point.at(TOMORROW, time)
      await point.call('o-lin', 'scanTicket', { siteId: SITE, ticket, act })
    }
    const hold = { kind: 'hold', action: 'database.insertDocument', collection: 'notes' }
    await point.control('faults', { faults: [hold] })
    const writing = write([bookingId], { mood: 'calm' })
    await point.held()
    await point.call(family.openid, 'eraseMe', {})
    await point.control('faults', { faults: [] })
    expect(await writing).toMatchObject({ value: { written: 0 } })
    expect(await notes()).toEqual([ids[1]])
  })
})
