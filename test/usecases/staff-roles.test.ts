import { SITE } from '../../local/seed/site'
import { openPoint, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

const OPERATOR = 'o-manager'
let attempts = 0
const changes = async () =>
  (await point.call(OPERATOR, 'listChanges', { siteId: SITE })).changes as any[]

describe('Who works here', () => {
  const staff = () => point.call(OPERATOR, 'listStaff', { siteId: SITE })
  const roles = async (name: string, roles: string[], more: Record<string, any> = {}) => {
    const { staff: all, edition } = more['staff'] ?? (await staff())
    const { key } = all.find((each: any) => each.name === name)
    const attempt = `roles-${++attempts + 1000}`
    const { as = OPERATOR, staff: _staff, ...rest } = more
    const input = { siteId: SITE, edition, attempt, key, roles, ...rest }
    return point.tryCall(as, 'saveRoles', input)
  }

  it('is listed without openids, for the operator alone', async () => {
    const { staff: all } = await staff()
    expect(all).toHaveLength(6)
    expect(all.find(({ me }: any) => me)).toMatchObject({ name: '何经理', roles: ['operator'] })
    expect(JSON.stringify(all)).not.toContain('o-chen')
    expect(await point.tryCall('o-chen', 'listStaff', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
  })

  it('the last operator cannot be removed', async () => {
    expect(await roles('何经理', [])).toMatchObject({ code: 'last_operator' })
    expect(await roles('何经理', ['carer'])).toMatchObject({ code: 'last_operator' })
  })

  it('a role that is ended ends at once, and is listed', async () => {
    expect(await roles('周老师', [])).toMatchObject({ ok: true })
    expect(await point.tryCall('o-zhou', 'showRoom', { siteId: SITE })).toMatchObject({
      code: 'forbidden',
    })
    expect((await staff()).staff).toHaveLength(5)
    expect((await changes())[0].change).toMatchObject({
      what: 'roles',
      whoName: '周老师',
      before: ['carer'],
      after: [],
    })
  })

  it('two operators who remove each other in the same moment leave one', async () => {
    expect(await roles('陈老师', ['operator', 'lead'])).toMatchObject({ ok: true })
    const replies = await Promise.all([
      roles('陈老师', ['lead']),
      roles('何经理', [], { as: 'o-chen' }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const people = await point.documents('people')
    const operators = people.filter((each) => each.roles[SITE]?.includes('operator'))
    expect(operators).toHaveLength(1)
    await point.control('documents', {
      collection: 'people',
      documents: people
        .filter(({ _id }) => _id === OPERATOR)
        .map((each) => ({ ...each, roles: { [SITE]: ['operator'] }, worksAt: [SITE] })),
    })
  })

  it('roles that a dying process left undone are done by whoever comes next, once', async () => {
    // It read the list, its site was changed, and then the person could not be.
    const known = await staff()
    const faults = [{ kind: 'dropAfter', action: 'database.modifyDocument', collection: 'sites' }]
    await point.control('faults', { faults })
    expect(await roles('林老师', ['lead'], { staff: known })).toMatchObject({ code: 'busy' })
    await point.control('faults', { faults: [] })
    const lin = async () =>
      (await staff()).staff.find(({ name }: any) => name === '林老师').roles as string[]
    expect(await lin()).toEqual(['lead'])
    const { code } = await point.call(OPERATOR, 'inviteStaff', {
      siteId: SITE,
      role: 'carer',
      name: '林老师',
    })
    await point.call('o-lin', 'acceptInvitation', { code })
    expect(await lin()).toEqual(['lead', 'carer'])
    const given = (await changes())
      .map(({ change }) => change)
      .filter(({ what }) => what === 'roles')
    expect(given).toContainEqual(
      expect.objectContaining({ byName: '何经理', before: ['lead'], after: ['lead', 'carer'] }),
    )
  })
})
