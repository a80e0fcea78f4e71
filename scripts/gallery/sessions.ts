import type { Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import type { Booked } from './facts'

const DESK = 'o-community'

/** Stories and classes that are not as they were planned, and who looks at them. */
export interface SessionFacts {
  /** Waits for the class of Thursday, which is full. */
  readonly waiting: string
  /** Has been offered a place in Friday's class. */
  readonly offered: string
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

  const offering = idOf(friday, '51530')
  const {
    id,
    date: _date,
    children,
    waiting: _waiting,
    every: _every,
    ...facts
  } = await planned(offering, friday)
  await save(friday, { ...facts, places: children }, { sessionId: id })
  const families = await documents('households')
  const offered = await firstWho(families, async ({ openid, childIds }) => {
    const ask = { siteId: SITE, sessionId: id, childIds, attempt: 'gallery-class' }
    return (await laptop.tryCall(openid, 'waitForSession', ask)).ok
  })
  const bookings: (Booked & { session?: { id: string } })[] = await documents('bookings')
  const gone = bookings.find(({ session, state }) => session?.id === id && state === 'booked')
  if (!gone) throw new Error('nobody has booked the class of Friday')
  await laptop.call(ownerOf(gone), 'cancelBooking', { bookingId: gone.id, seenFeeFen: 0 })

  const hall = { ...facts, span: { from: '16:30', to: '17:00' }, room: 'hall', accompanied: true }
  const guest = { leader: { name: '王馆长', role: 'guest' }, fromMonths: 20, toMonths: 84 }
  await save(monday, { ...hall, ...guest, title: '图书馆的大书', places: 12 }, {})
  // In the way of a copy of that week.
  await save(later, { ...hall, title: '消防员来了', places: 12 }, {})
  const { sessionId } = await save(today, { ...hall, title: '一起做汤圆', places: 12 }, {})
  await firstWho(families, async ({ openid, childIds }) => {
    const ask = { siteId: SITE, sessionId, childIds }
    const quote = await laptop.tryCall(openid, 'quoteSession', ask)
    const seen = { attempt: 'gallery-hall', seenTotalFen: quote.value?.totalFen ?? 0, accepted: [] }
    return quote.ok && (await laptop.tryCall(openid, 'bookSession', { ...ask, ...seen })).ok
  })
  const waiting = await firstWho(families, async ({ openid }) => {
    const ask = { siteId: SITE, sessionId: idOf(thursday, '41430') }
    return (await laptop.call(openid, 'showSession', ask)).wait !== undefined
  })
  return { waiting, offered }
}

async function firstWho(
  families: readonly any[],
  does: (family: { openid: string; childIds: string[] }) => Promise<boolean>,
): Promise<string> {
  for (const { guardians, children } of families) {
    const { openid } = guardians[0]
    if (await does({ openid, childIds: children.map((child: any) => child.id) })) return openid
  }
  throw new Error('no family does')
}
