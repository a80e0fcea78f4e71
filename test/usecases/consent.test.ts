import { SITE } from '../../local/seed/site'
import { openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-agreed-long-ago', ['2024-10-20'])
  await agreedTo('2026-09')
})
afterAll(() => point.close())

const stored = async () =>
  (await point.documents('households')).find(({ _id }) => _id === family.householdId)
const agreedTo = async (version: string) => {
  const household = await stored()
  const consents = ['guardian', 'children'].map((notice) => ({ notice, version, at: 1 }))
  const guardians = household.guardians.map((each: any) => ({ ...each, consents }))
  await point.control('documents', {
    collection: 'households',
    documents: [{ ...household, guardians }],
  })
}
const due = async () => (await point.call(family.openid, 'enterApp', {})).me.consentsDue
const ask = { from: '09:00', to: '11:00', seenTotalFen: 2700 }
const renew = (consents: object) => point.tryCall(family.openid, 'renewConsent', { consents })
const NOW = { guardian: '2026-11', children: '2026-11' }

describe('A new version of the notices', () => {
  it('is asked for at the next opening, and until then the family books nothing new', async () => {
    expect(await due()).toEqual(['guardian', 'children'])
    expect(await point.book(family, ask)).toMatchObject({
      code: 'consent_renew',
      detail: { notices: ['guardian', 'children'] },
    })
  })

  it('is not agreed to by agreeing to an older one, or to one of two', async () => {
    for (const consents of [
      { ...NOW, children: '' },
      { guardian: '2026-09', children: '2026-09' },
    ])
      expect(await renew(consents)).toMatchObject({ code: 'consent_needed' })
    expect(await due()).toHaveLength(2)
  })

  it('once agreed to lets the family book, and the old consent stays on record', async () => {
    expect(await renew(NOW)).toMatchObject({ ok: true })
    expect(await renew(NOW)).toMatchObject({ ok: true })
    expect(await due()).toEqual([])
    expect(await point.book(family, ask)).toMatchObject({ ok: true })
    const { consents } = (await stored()).guardians[0]
    expect(consents.map(({ version }: any) => version)).toEqual([
      '2026-09',
      '2026-09',
      '2026-11',
      '2026-11',
    ])
  })

  it('is nothing to somebody without a family', async () => {
    expect(await point.tryCall('o-stranger', 'renewConsent', { consents: NOW })).toMatchObject({
      code: 'not_found',
    })
    expect((await point.call('o-stranger', 'enterApp', { siteId: SITE })).me.consentsDue).toEqual(
      [],
    )
  })
})
