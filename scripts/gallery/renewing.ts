import { SITE } from '../../local/seed/site'
import type { Laptop } from '../../local/seed/laptop'

export const RENEWING = 'newcomer-renewing'

/** A guardian who agreed to the notices of two months ago, and to none since. */
export async function agreeLongAgo(
  laptop: Laptop,
  documents: (name: string) => Promise<any[]>,
): Promise<void> {
  const { household } = await laptop.call(RENEWING, 'registerGuardian', {
    siteId: SITE,
    name: '童童妈妈',
    phone: { by: 'typed', number: '13912340000' },
    consents: { guardian: '2026-11', children: '2026-11' },
  })
  const stored = (await documents('households')).find(({ _id }) => _id === household.id)
  const consents = ['guardian', 'children'].map((notice) => ({ notice, version: '2026-09', at: 0 }))
  const guardians = stored.guardians.map((each: object) => ({ ...each, consents }))
  await laptop.control('documents', {
    collection: 'households',
    documents: [{ ...stored, guardians }],
  })
}
