import { SITE } from '../../local/seed/site'
import { openPoint, type Family, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

const TWO = '2024-10-20'
/** 36 months and 30 days are over in the spring of 2027. */
const OLDER = '2024-02-01'
const night = async (date: string) => {
  await point.at(date, '03:00')
  return (await point.control('timers/scheduled')).result.done
}
const householdOf = async ({ householdId }: Family) =>
  (await point.documents('households')).find(({ _id }) => _id === householdId)
const farewellOf = async ({ openid }: Family) =>
  (await point.call(openid, 'enterApp', {})).household?.farewell
const told = async ({ openid }: Family) =>
  (await point.call(openid, 'listMessages', {})).messages.filter(({ page }: any) =>
    page.includes('farewell'),
  )
const everything = async () => {
  const names = ['people', 'messages', 'households', 'checks', 'notes', 'deletions', 'bookings']
  return JSON.stringify(await Promise.all(names.map((name) => point.documents(name))))
}
const deletions = async () => point.documents('deletions')

describe('A child that has grown too old', () => {
  let siblings: Family
  let alone: Family
  beforeAll(async () => {
    await point.at('2026-11-25', '10:00')
    siblings = await point.family('o-siblings', [TWO, OLDER])
    alone = await point.family('o-alone', [OLDER])
  })

  it('is not looked at again before its time is near', async () => {
    await night('2026-11-26')
    expect((await householdOf(alone)).reviewOn).toBe('2027-02-17')
    expect(await night('2026-12-24')).toMatchObject({ reviewFiles: 0 })
  })

  it('is told of two weeks before, once, with what will go and when', async () => {
    await night('2027-02-17')
    await point.control('documents', {
      collection: 'jobs',
      documents: [{ _id: 'review_files', doneTo: '' }],
    })
    await night('2027-02-17')
    expect(await farewellOf(alone)).toMatchObject({ why: 'grown', whole: true, on: '2027-03-03' })
    expect(await farewellOf(siblings)).toMatchObject({
      childIds: [siblings.childIds[1]],
      whole: false,
    })
    expect(await told(alone)).toHaveLength(1)
  })

  it('goes on that day; a killed night is finished by the next minute and counted once', async () => {
    const faults = [{ kind: 'drop', action: 'database.removeDocument', collection: 'households' }]
    await point.control('faults', { faults })
    await night('2027-03-03')
    expect(await householdOf(alone)).toBeDefined()
    await point.control('faults', { faults: [] })
    await night('2027-03-03')
    expect(await householdOf(alone)).toBeUndefined()
    expect((await everything()).includes('o-alone')).toBe(false)
    const { children } = await householdOf(siblings)
    expect(children.map(({ id }: any) => id)).toEqual([siblings.childIds[0]])
    const grown = (await deletions()).filter(({ why }) => why === 'grown')
    expect(grown).toHaveLength(2)
    expect(grown.every(({ done }) => done)).toBe(true)
    expect(new Set(grown.map(({ counts }) => counts.families ?? 0))).toEqual(new Set([0, 1]))
    expect(JSON.stringify(grown)).not.toContain('孩子')
  })

  it('of a family that is gone leaves nothing to the next night', async () => {
    expect(await night('2027-03-04')).toMatchObject({ reviewFiles: 0 })
    expect(await farewellOf(siblings)).toBeUndefined()
  })
})

describe('A family that has not come for a year', () => {
  let family: Family
  beforeAll(async () => {
    await point.at('2027-03-10', '10:00')
    family = await point.family('o-away', ['2026-09-01'])
    await night('2027-03-11')
  })

  it('may keep its file a year longer', async () => {
    for (const date of ['2027-09-07', '2028-02-25']) await night(date)
    expect(await farewellOf(family)).toMatchObject({ why: 'away', on: '2028-03-10' })
    const { householdId, openid } = family
    expect(await point.tryCall('o-stranger', 'keepFile', { householdId })).toMatchObject({
      code: 'not_found',
    })
    expect(await point.call(openid, 'keepFile', { householdId })).toEqual({
      keptUntil: '2029-02-25',
    })
    expect(await farewellOf(family)).toBeUndefined()
    await night('2028-03-10')
    expect(await householdOf(family)).toBeDefined()
  })
})

describe('A notice that a guardian leaves unanswered', () => {
  let family: Family
  beforeAll(async () => {
    await point.at('2028-04-03', '10:00')
    family = await point.family('o-unanswered', ['2027-01-01'])
    await night('2028-04-04')
    await point.at('2028-04-04', '10:00')
    const setting = { what: 'notices', value: { guardian: '', children: '有监控。' } }
    const input = { siteId: SITE, edition: 0, attempt: 'new-words', setting }
    await point.call('o-manager', 'saveSetting', input)
  })

  it('ends the file after sixty days, which nobody can prolong', async () => {
    await night('2028-05-20')
    const { householdId, openid } = family
    expect(await farewellOf(family)).toMatchObject({ why: 'unanswered', on: '2028-06-03' })
    expect(await point.tryCall(openid, 'keepFile', { householdId })).toMatchObject({
      code: 'consent_renew',
    })
  })

  it('that is answered after all ends nothing', async () => {
    const consents = { guardian: '2026-11', children: '2026-11.1' }
    await point.call(family.openid, 'renewConsent', { consents })
    expect(await farewellOf(family)).toBeUndefined()
    await night('2028-06-03')
    expect(await householdOf(family)).toBeDefined()
  })
})

describe('What leaves by its age', () => {
  const messages = (count: number, at: number) =>
    Array.from({ length: count }, (_, n) => ({
      _id: `old-${at}-${n}`,
      openid: 'o-somebody',
      at,
      state: 'inbox',
      read: true,
      template: 'notice',
      data: {},
      page: '',
    }))
  const left = async () =>
    (await point.documents('messages')).filter(({ openid }) => openid === 'o-somebody').length

  it('goes some at a time, the oldest first, and is counted', async () => {
    const now = Date.parse('2028-07-01T03:00:00+08:00')
    const year = 366 * 86_400_000
    await point.control('documents', {
      collection: 'messages',
      documents: messages(250, now - year),
    })
    await point.control('documents', { collection: 'messages', documents: messages(5, now) })
    await night('2028-07-01')
    expect(await left()).toBe(55)
    await point.control('timers/scheduled')
    expect(await left()).toBe(5)
    await point.control('timers/scheduled')
    const { deletions: listed } = await point.call('o-manager', 'listDeletions', { siteId: SITE })
    const counts = listed.filter(({ date, why }: any) => why === 'old' && date === '2028-07-01')
    expect(new Set(counts.map(({ counts: each }: any) => each.messages).filter(Boolean))).toEqual(
      new Set([200, 50]),
    )
  })

  it('is read by the operator alone', async () => {
    for (const openid of ['o-chen', 'o-community'])
      expect(await point.tryCall(openid, 'listDeletions', { siteId: SITE })).toMatchObject({
        code: 'forbidden',
      })
  })
})
