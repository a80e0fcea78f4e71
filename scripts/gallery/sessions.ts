import type { Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import type { Booked } from './facts'
import { WAITING } from './places'

const DESK = 'o-community'

/** Stories and classes that are not as they were planned, and who looks at them. */
export interface SessionFacts {
  /** Waits for the class of Thursday, which is full. */
  readonly waiting: string
  /** Has been offered a place in Friday's class. */
  readonly offered: string
  /** Led by somebody who is none of the point's people. */
  readonly guest: string
}

interface Told {
  readonly laptop: Laptop
  readonly documents: (name: string) => Promise<any[]>
  readonly ownerOf: (booking: Booked) => string
  readonly days: readonly string[]
}

const idOf = (date: string, line: string): string => `${SITE}_${date}_${line}`

/** A story is called off, a class offers its only place, a guest reads to an unusual age, a parent comes along today. */
export async function prepareSessions(told: Told): Promise<SessionFacts> {
  const { laptop, documents, ownerOf, days } = told
  const [today = '', thursday = '', friday = '', , monday = ''] = days
  const later = days[10] ?? ''
  const planned = async (id: string, date: string): Promise<any> => {
    const { sessions } = await laptop.call(DESK, 'showWeekPlan', { siteId: SITE, monday: date })
    return sessions.find((each: any) => each.id === id)
  }
  const save = (date: string, session: object, more: object): Promise<{ sessionId: string }> =>
    laptop.call(DESK, 'saveSession', {
      siteId: SITE,
      date,
      attempt: `gallery-${date}`,
      session,
      ...more,
    })

  const off = idOf(monday, '11530')
  const { children: seenChildren } = await planned(off, monday)
  const why = '阿May 病了'
  await laptop.call(DESK, 'callOffSession', { siteId: SITE, sessionId: off, why, seenChildren })

  const families = await documents('households')
  const bookings: (Booked & { session?: { id: string } })[] = await documents('bookings')
  /** The session has no place left, and a family that is nowhere else on that day waits. */
  const fillUp = async (id: string, date: string) => {
    const session = await planned(id, date)
    const { id: _id, date: _date, children, waiting: _waiting, every: _every, ...facts } = session
    await save(date, { ...facts, places: children }, { sessionId: id })
    const waits = await firstWho(families, async ({ id: householdId, openid, childIds }) => {
      if (bookings.some((each) => each.householdId === householdId && each.date === date))
        return false
      const ask = { siteId: SITE, sessionId: id, childIds, attempt: `gallery-wait-${date}` }
      return (await laptop.tryCall(openid, 'waitForSession', ask)).ok
    })
    return { facts, waits }
  }
  const { waits: waiting } = await fillUp(idOf(thursday, '41430'), thursday)
  const offering = idOf(friday, '51530')
  const { waits: offered, facts } = await fillUp(offering, friday)
  const gone = bookings.find(({ session, state }) => session?.id === offering && state === 'booked')
  if (!gone) throw new Error('nobody has booked the class of Friday')
  await laptop.call(ownerOf(gone), 'cancelBooking', { bookingId: gone.id, seenFeeFen: 0 })

  const hall = {
    ...facts,
    service: 'together',
    span: { from: '16:30', to: '17:00' },
    room: 'hall',
    accompanied: true,
    cover: 'colours',
    bookIds: [],
  }
  const guest = {
    service: 'reading',
    cover: 'cat',
    leader: { name: '王馆长', role: 'guest' },
    fromMonths: 20,
    toMonths: 84,
  }
  const read = await save(monday, { ...hall, ...guest, title: '图书馆的大书', places: 12 }, {})
  // In the way of a copy of that week.
  await save(later, { ...hall, title: '消防员来了', places: 12 }, {})
  const { sessionId } = await save(today, { ...hall, title: '一起做汤圆', places: 12 }, {})
  await firstWho(families, async ({ openid, childIds }) => {
    const ask = { siteId: SITE, sessionId, childIds }
    const quote = await laptop.tryCall(openid, 'quoteSession', ask)
    const seen = { attempt: 'gallery-hall', seenTotalFen: quote.value?.totalFen ?? 0, accepted: [] }
    return quote.ok && (await laptop.tryCall(openid, 'bookSession', { ...ask, ...seen })).ok
  })
  return { waiting, offered, guest: read.sessionId }
}

async function firstWho(
  families: readonly any[],
  does: (family: { id: string; openid: string; childIds: string[] }) => Promise<boolean>,
): Promise<string> {
  for (const { id, guardians, children } of families) {
    const { openid } = guardians[0]
    // Waits for care, and for nothing else.
    if (openid === WAITING) continue
    if (await does({ id, openid, childIds: children.map((child: any) => child.id) })) return openid
  }
  throw new Error('no family does')
}
