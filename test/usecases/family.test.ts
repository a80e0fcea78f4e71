import { openPoint, registration, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
afterAll(() => point.close())

describe('Registration', () => {
  it('keeps both consents with version and time', async () => {
    const { household } = await point.call('o-first', 'registerGuardian', registration())
    const stored = (await point.documents('households')).find(({ _id }) => _id === household.id)
    const at = Date.parse('2026-11-25T10:00:00+08:00')
    expect(stored.guardians).toEqual([
      {
        openid: 'o-first',
        name: '小雨妈妈',
        phone: '13800001000',
        consents: [
          { notice: 'guardian', version: '2026-11', at },
          { notice: 'children', version: '2026-11', at },
        ],
      },
    ])
  })

  it.each([
    ['the guardian refuses the guardian notice', { guardian: '', children: '2026-11' }],
    ["the guardian refuses the children's notice", { guardian: '2026-11', children: '' }],
    ['an older text was shown', { guardian: '2026-11', children: '2025-01' }],
  ])('stores nothing when %s', async (_name, consents) => {
    const input = registration({ consents })
    expect(await point.tryCall('o-refuses', 'registerGuardian', input)).toMatchObject({
      code: 'consent_needed',
    })
    const { household, sessions } = await point.call('o-refuses', 'enterApp', {})
    expect(household).toBeUndefined()
    expect(sessions).toEqual([])
    const people = await point.documents('people')
    expect(people.find(({ _id }) => _id === 'o-refuses')).toBeUndefined()
  })

  it("takes the phone number from WeChat's code, once", async () => {
    const { code } = await point.post('/cloud/phone-code', 'o-code', { phone: '13912345678' })
    const phone = { by: 'code', code }
    const { household } = await point.call('o-code', 'registerGuardian', registration({ phone }))
    expect(household.guardians).toEqual([{ name: '小雨妈妈', phone: '13912345678' }])
    const used = await point.tryCall('o-later', 'registerGuardian', registration({ phone }))
    expect(used).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'phone.code', why: 'wrong' }] },
    })
  })

  it('names a wrong number beside its field', async () => {
    const phone = { by: 'typed', number: '12345' }
    expect(
      await point.tryCall('o-typo', 'registerGuardian', registration({ phone })),
    ).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'phone.number', why: 'wrong' }] },
    })
  })

  it('tapped three times at once makes one family', async () => {
    const taps = await Promise.all(
      [1, 2, 3].map(() => point.tryCall('o-taps', 'registerGuardian', registration())),
    )
    const ids = new Set(taps.filter(({ ok }) => ok).map(({ value }) => value.household.id))
    expect(ids.size).toBe(1)
    const households = await point.documents('households')
    const mine = households.filter(({ guardians }) => guardians[0].openid === 'o-taps')
    expect(mine).toHaveLength(1)
  })

  it('again after a lost reply is the same family', async () => {
    const { household } = await point.call('o-lost', 'registerGuardian', registration())
    expect(await point.call('o-lost', 'registerGuardian', registration())).toEqual({ household })
  })

  it('a second time says so', async () => {
    const other = registration({ name: '爸爸' })
    expect(await point.tryCall('o-first', 'registerGuardian', other)).toMatchObject({
      code: 'already_registered',
    })
  })
})

describe('A child', () => {
  it('saved twice by a retry is one child; corrected, it stays the same one', async () => {
    const family = await point.family('o-retry', ['2024-10-20'])
    const [childId] = family.childIds
    const child = { name: '孩子0', birthDate: '2024-10-20', allergies: '' }
    const { householdId } = family
    const again = await point.call(family.openid, 'saveChild', { householdId, ...child })
    expect(again.childId).toBe(childId)
    const fixed = { householdId, childId, ...child, allergies: '鸡蛋' }
    const { household } = await point.call(family.openid, 'saveChild', fixed)
    expect(household.children).toEqual([{ id: childId, ...child, allergies: '鸡蛋' }])
  })

  it('added again with an allergy that was forgotten keeps the allergy', async () => {
    const family = await point.family('o-allergy', ['2024-10-20'])
    const { householdId } = family
    const child = { householdId, name: '孩子0', birthDate: '2024-10-20', allergies: '花生' }
    const { household } = await point.call(family.openid, 'saveChild', child)
    expect(household.children).toMatchObject([{ id: family.childIds[0], allergies: '花生' }])
  })

  it('not born yet is a wrong birth date', async () => {
    const { householdId } = await point.family('o-unborn', [])
    const child = { householdId, name: '未来', birthDate: '2026-12-24', allergies: '' }
    expect(await point.tryCall('o-unborn', 'saveChild', child)).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path: 'birthDate', why: 'wrong' }] },
    })
  })
})

describe('My data', () => {
  it('can be taken away whole, and holds nobody else', async () => {
    const family = await point.family('o-export', ['2024-10-20'])
    await point.book(family, { from: '09:00', to: '11:00', accepted: ['booked'] })
    const data = await point.call(family.openid, 'exportMyData', {})
    expect(data.guardians).toMatchObject([{ phone: '13800001000', consents: [{}, {}] }])
    expect(data.children).toHaveLength(1)
    expect(data.bookings).toHaveLength(1)
    expect(data.messages).toHaveLength(1)
    expect(data.papers).toMatchObject({ by: '陈老师' })
    expect(JSON.stringify(data)).not.toContain('o-')
  })

  it('is gone after erasing: places freed, names nowhere, bills without names', async () => {
    const family = await point.family('o-erase', ['2024-10-20'])
    await point.book(family, { from: '14:00', to: '16:00' })
    const gone = await point.call(family.openid, 'eraseMe', {})
    expect(gone).toEqual({ cancelledBookings: 1, removedChildren: 1, keptBills: 1 })

    const households = await point.documents('households')
    expect(households.find(({ _id }) => _id === family.householdId)).toBeUndefined()
    for (const collection of ['people', 'messages', 'households', 'bookings', 'days'])
      expect(JSON.stringify(await point.documents(collection))).not.toContain('o-erase')
    const bills = (await point.documents('bookings')).filter(
      ({ householdId }) => householdId === family.householdId,
    )
    expect(bills).toMatchObject([{ state: 'cancelled', quote: { totalFen: 2700 } }])
    expect((await point.call('o-erase', 'enterApp', {})).household).toBeUndefined()
  })

  it('may be given again afterwards, as a new family that knows nothing of the old', async () => {
    const family = await point.family('o-erase', ['2024-10-20'])
    const { householdId } = family
    const { bookings } = await point.call('o-erase', 'listBookings', { householdId })
    expect(bookings).toEqual([])
  })
})
