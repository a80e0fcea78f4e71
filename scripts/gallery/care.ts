import type { Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import type { Booked, Facts } from './facts'

export interface CareFacts {
  readonly inside: readonly Booked[]
  /** Not needed by another state as it is. */
  readonly spare: (booking: Booked) => boolean
  readonly waiting: readonly Booked[]
  readonly documents: (name: string) => Promise<any[]>
  readonly ownerOf: (booking: Booked) => string
  readonly ticketOf: (booking: Booked) => Promise<string>
}

/** One child falls ill; the others are as the seed's morning left them. */
export async function prepareCare(laptop: Laptop, facts: CareFacts): Promise<Facts['care']> {
  const { inside, spare, waiting, documents, ownerOf, ticketOf } = facts
  const checked = new Set((await documents('checks')).map(({ _id }) => _id))
  const noted = (await documents('notes')).map(({ _id }) => _id)
  const check = inside.find(({ id }) => !checked.has(id))
  const ill = inside.find((each) => checked.has(each.id) && !noted.includes(each.id) && spare(each))
  const bookings: Booked[] = await documents('bookings')
  const withNote = bookings.find(({ id }) => id === noted[0])
  const [expired] = waiting
  if (!check || !ill || !withNote || !expired) throw new Error('the seed’s morning is too healthy')
  await laptop.call('o-huang', 'recordCheck', {
    siteId: SITE,
    bookingId: ill.id,
    attempt: 'gallery-ill',
    tenths: 371,
    skin: 'spots',
    mood: 'unwell',
    belongings: 'safe',
    suspicion: 'hand-foot-mouth',
  })
  return {
    check: check.id,
    noted: { openid: ownerOf(withNote), bookingId: withNote.id },
    ill: ill.id,
    expired: { bookingId: expired.id, ticket: await ticketOf(expired) },
    excluded: { openid: ownerOf(ill), childId: ill.childId },
  }
}
