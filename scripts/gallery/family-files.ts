import { SITE } from '../../local/seed/site'
import type { Laptop } from '../../local/seed/laptop'

export const RENEWING = 'newcomer-renewing'
export const LEAVING = 'newcomer-leaving'

type Documents = (name: string) => Promise<any[]>

/** Families of whose files something is to be seen: an old consent, an end that was told of, one that is gone. */
export async function prepareFiles(laptop: Laptop, documents: Documents): Promise<void> {
  const renewing = await register(laptop, RENEWING, '童童妈妈')
  const consents = ['guardian', 'children'].map((notice) => ({ notice, version: '2026-09', at: 0 }))
  await change(laptop, documents, renewing, ({ guardians }) => ({
    guardians: guardians.map((each: object) => ({ ...each, consents })),
  }))

  const leaving = await register(laptop, LEAVING, '果儿爸爸')
  const child = { name: '果儿', birthDate: '2023-09-01', allergies: '' }
  const { childId } = await laptop.call(LEAVING, 'saveChild', { householdId: leaving, ...child })
  const farewell = { why: 'grown', childIds: [childId], whole: true, on: '2026-12-09' }
  await change(laptop, documents, leaving, () => ({ farewell }))

  const gone = 'newcomer-gone'
  const householdId = await register(laptop, gone, '小鱼妈妈')
  const fish = { name: '小鱼', birthDate: '2024-09-01', allergies: '' }
  await laptop.call(gone, 'saveChild', { householdId, ...fish })
  await laptop.call(gone, 'eraseMe', {})
}

async function register(laptop: Laptop, openid: string, name: string): Promise<string> {
  const { household } = await laptop.call(openid, 'registerGuardian', {
    siteId: SITE,
    name,
    phone: { by: 'typed', number: '13912340000' },
    consents: { guardian: '2026-11', children: '2026-11' },
  })
  return household.id
}

async function change(
  laptop: Laptop,
  documents: Documents,
  id: string,
  to: (household: any) => object,
): Promise<void> {
  const stored = (await documents('households')).find(({ _id }) => _id === id)
  await laptop.control('documents', {
    collection: 'households',
    documents: [{ ...stored, ...to(stored) }],
  })
}
