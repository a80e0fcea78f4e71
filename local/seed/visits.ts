import type { Laptop } from './laptop'
import { SITE } from './site'

export interface Visitor {
  readonly openid: string
  readonly childId: string
}

interface Owing {
  readonly bills: readonly { readonly id: string }[]
}

const SPAN = { from: '14:00', to: '16:00' }
/** When each is fetched; the first one late, so that its bill has a line for that. */
const FETCHED = ['16:26', '15:55', '16:04']
/** This one has paid at the desk. */
const PAID = 1

/** The afternoon before: a few children come and go home, so that there are bills to look at. */
export async function visit(
  laptop: Laptop,
  visitors: readonly Visitor[],
  date: string,
): Promise<void> {
  const at = (time: string) =>
    laptop.control('clock', { now: Date.parse(`${date}T${time}:00+08:00`), running: false })
  const tickets: string[] = []
  const ids: string[] = []
  for (const { openid, childId } of visitors.slice(0, FETCHED.length)) {
    const ask = { siteId: SITE, childIds: [childId], date, span: SPAN }
    const { totalFen } = await laptop.call(openid, 'quoteCare', ask)
    const seen = { attempt: `visit-${childId}`, seenTotalFen: totalFen, accepted: [] }
    const { bookings } = await laptop.call(openid, 'bookCare', { ...ask, ...seen })
    const bookingId = bookings[0].id
    ids.push(bookingId)
    tickets.push((await laptop.call(openid, 'showBooking', { bookingId })).ticket)
  }
  const scan = (ticket: string, act: string) =>
    laptop.call('o-chen', 'scanTicket', { siteId: SITE, ticket, act })
  await at('13:55')
  for (const ticket of tickets) await scan(ticket, 'in')
  const leaving = tickets.map((ticket, index) => ({ ticket, out: FETCHED[index] ?? SPAN.to }))
  for (const { ticket, out } of leaving.toSorted((a, b) => (a.out < b.out ? -1 : 1))) {
    await at(out)
    await scan(ticket, 'out')
  }
  const { open } = await laptop.call('o-chen', 'listBills', { siteId: SITE })
  const paid = open.filter(({ bills }: Owing) => bills.some(({ id }) => id === ids[PAID]))
  for (const { dueFen, bills } of paid)
    await laptop.call('o-chen', 'settleBills', {
      siteId: SITE,
      attempt: `paid-${bills[0].id}`.slice(0, 40),
      bookingIds: bills.map(({ id }: { id: string }) => id),
      how: 'wechat',
      seenDueFen: dueFen,
    })
}
