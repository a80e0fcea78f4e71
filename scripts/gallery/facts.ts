import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { openToday } from '../../local/seed/seed'
import { SITE } from '../../local/seed/site'
import { prepareCare } from './care'
import { WAITING, preparePlaces, type PlacesFacts } from './places'
import { holdDraws, type Draws } from './draws'
import { prepareFiles } from './family-files'
import { givePasses, type Passes } from './passes'
import { prepareSessions, type SessionFacts } from './sessions'

/** What the states of the gallery need to know of the demonstration: ids, tickets, days. */
export interface Facts {
  /** Shanghai dates of the 14 days that can be booked, closed ones left out. */
  readonly days: readonly string[]
  readonly xiaoyu: { readonly childId: string; readonly coming: string; readonly date: string }
  readonly done: { readonly openid: string; readonly bookingId: string }
  readonly inside: { readonly openid: string; readonly bookingId: string }
  readonly cancelled: string
  /** 小雨's repeating booking. */
  readonly series: string
  readonly siblings: string
  /** Fetched late today. */
  readonly late: { readonly openid: string; readonly bookingId: string }
  /** The guardian of a family that owes more than the limit. */
  readonly owing: string
  /** Registered, papers unseen, one booking held. */
  readonly unseen: { readonly childId: string }
  /** What 小雨's mother wants every week, as the booking page hands it over. */
  readonly wanted: string
  readonly sessions: SessionFacts
  /** Every place of this span on `days[0]` is taken. */
  readonly full: { readonly from: string; readonly to: string }
  /** A day whose places are being drawn, and one whose draw is done. */
  readonly draws: Draws
  readonly tickets: Readonly<
    Record<
      | 'in'
      | 'allergic'
      | 'out'
      | 'forged'
      | 'early'
      | 'gone'
      | 'otherDay'
      | 'pass'
      | 'revoked'
      | 'owing',
      string
    >
  >
  /** A child of the list that came without a code. */
  readonly expected: string
  readonly passes: Passes['ids']
  /** The page of a registered child that has no booking today. */
  readonly walkIn: string
  readonly invitation: string
  readonly places: PlacesFacts
  /** Bookings of today for the carers' pages. */
  readonly care: {
    /** In the room, its morning check to be done; one with a note; one that was sent home. */
    readonly check: string
    readonly noted: { readonly openid: string; readonly bookingId: string }
    readonly ill: string
    /** Expected, with a check-up that has run out. */
    readonly expired: { readonly bookingId: string; readonly ticket: string }
    /** Must stay at home: a family and its child. */
    readonly excluded: { readonly openid: string; readonly childId: string }
  }
}

export const UNSEEN = 'newcomer-unseen'
const SIBLINGS = 'o-family-6'
const FULL = { from: '12:00', to: '14:00' }

export interface Booked {
  readonly id: string
  readonly childId: string
  readonly householdId: string
  readonly date: string
  readonly span: { readonly from: string; readonly to: string }
  readonly state: string
}

/** Makes the states that the seed has none of, through the app's own functions. */
export async function prepare(url: string): Promise<Facts> {
  const laptop = laptopAt(url)
  const documents = async (name: string): Promise<any[]> =>
    (await (await fetch(`${url}/__local/collections/${name}`)).json()).documents
  const bookings: Booked[] = await documents('bookings')
  const week = await laptop.call('o-xiaoyu', 'showWeek', { siteId: SITE })
  const days: string[] = week.days.filter((day: any) => day.hours).map((day: any) => day.date)
  const today = openToday(week.now)
  const openids = new Map<string, string>()
  const allergic = new Set<string>()
  const expired = new Set<string>()
  const owes = new Set<string>()
  for (const { id, guardians, children, health = {}, owedFen = 0 } of await documents(
    'households',
  )) {
    openids.set(id, guardians[0].openid)
    if (owedFen > 0) owes.add(id)
    for (const child of children) {
      if (child.allergies) allergic.add(child.id)
      if ((health[child.id]?.checkUpUntil ?? '9') < today) expired.add(child.id)
    }
  }
  const ownerOf = ({ householdId }: Booked): string => openids.get(householdId) ?? ''
  const ticketOf = async (booking: Booked): Promise<string> =>
    (await laptop.call(ownerOf(booking), 'showBooking', { bookingId: booking.id })).ticket
  const scan = (ticket: string, act: string): Promise<unknown> =>
    laptop.call('o-chen', 'scanTicket', { siteId: SITE, ticket, act })

  const find = (what: string, fits: (booking: Booked) => boolean): Booked => {
    const found = bookings.find(fits)
    if (!found) throw new Error(`the seed has no ${what}`)
    return found
  }
  const isToday = (each: Booked): boolean => each.date === today
  const inside = bookings.filter((each) => isToday(each) && each.state === 'inside')
  const expected = bookings
    .filter((each) => isToday(each) && each.state === 'booked' && each.span.from > '10:00')
    .sort((a, b) => (a.span.from < b.span.from ? -1 : 1))
  const [home, here, gone] = inside
  const [next] = expected.filter(({ childId }) => !expired.has(childId))
  const early = expected.at(-1)
  if (!home || !here || !gone || !next || !early || early.span.from === next.span.from)
    throw new Error('the seed’s morning is too quiet')

  // The next child is at the door.
  const now = Date.parse(`${today}T${next.span.from}:00+08:00`) - 10 * 60_000
  await laptop.control('clock', { now, running: false })
  const goneTicket = await ticketOf(gone)
  await scan(goneTicket, 'out')
  const xiaoyu = find(
    'booking of 小雨',
    (each) => ownerOf(each) === 'o-xiaoyu' && each.date > today,
  )
  const second = { from: '15:00', to: '17:00' }
  const cancelled = await book(laptop, 'o-xiaoyu', xiaoyu.childId, days[5] ?? '', second)
  await laptop.call('o-xiaoyu', 'cancelBooking', { bookingId: cancelled, seenFeeFen: 0 })
  const [tenth = '', eleventh = ''] = days.slice(10)
  await openWhole(laptop, documents, [tenth, eleventh])
  for (const date of [days[9] ?? '', tenth, eleventh]) await fill(laptop, bookings, ownerOf, date)
  await fill(laptop, bookings, ownerOf, days[0] ?? '')
  const out = await ticketOf(here)
  const withAllergy = inside.find(({ childId }) => allergic.has(childId)) ?? home
  const rest = inside.filter((each) => ![home, here, gone, withAllergy].includes(each))
  const siblings = find('siblings', (each) => ownerOf(each) === SIBLINGS).householdId
  const { code } = await laptop.call('o-chen', 'inviteStaff', {
    siteId: SITE,
    role: 'carer',
    name: '吴老师',
  })
  await prepareFiles(laptop, documents)
  const passes = await givePasses(laptop, ownerOf(here), here.id)
  const input = { siteId: SITE, bookingId: home.id, who: '舅舅 王先生', reason: 'phone_dead' }
  await laptop.call('o-lin', 'askOverride', { ...input, attempt: 'gallery-override' })
  const facts = {
    days,
    xiaoyu: { childId: xiaoyu.childId, coming: xiaoyu.id, date: xiaoyu.date },
    done: { openid: ownerOf(gone), bookingId: gone.id },
    inside: { openid: ownerOf(here), bookingId: here.id },
    cancelled,
    series: (await documents('series'))[0].id,
    siblings,
    unseen: { childId: await registerUnseen(laptop, days) },
    full: FULL,
    draws: await holdDraws(laptop, documents, days, now),
    wanted: `date=${days[1]}&from=09:00&to=11:00&kids=${xiaoyu.childId}`,
    tickets: {
      in: await ticketOf(next),
      allergic: await ticketOf(withAllergy),
      out,
      forged: out.replace(/.{4}$/, 'AAAA'),
      early: await ticketOf(early),
      owing: await ticketOf(inside.find((each) => owes.has(each.householdId)) ?? home),
      gone: goneTicket,
      otherDay: await ticketOf(xiaoyu),
      ...passes.tickets,
    },
    expected: next.id,
    passes: passes.ids,
    walkIn: `packages/staff/walk-in/walk-in?child=${xiaoyu.childId}&name=${encodeURIComponent('小雨')}`,
    invitation: code,
    places: await preparePlaces({ laptop, documents, ownerOf, days: [tenth, eleventh] }),
    care: await prepareCare(laptop, {
      inside: inside.filter((each) => each !== gone),
      spare: (each) => each !== here && each !== home && ownerOf(each) !== SIBLINGS,
      waiting: expected.filter(({ childId }) => expired.has(childId)),
      documents,
      ownerOf,
      ticketOf,
    }),
    sessions: await prepareSessions({ laptop, documents, ownerOf, days }),
  }
  // Last: a family that owes this much may do nothing else.
  const money = await owe(laptop, rest, ownerOf, async (each) => scan(await ticketOf(each), 'out'))
  return { ...facts, ...money }
}

/** One child goes home late; another family gets a bill that keeps it from booking. */
async function owe(
  laptop: Laptop,
  inside: readonly Booked[],
  ownerOf: (booking: Booked) => string,
  letOut: (booking: Booked) => Promise<unknown>,
) {
  const [late, owing] = [...inside].sort((a, b) => (a.span.to < b.span.to ? -1 : 1))
  if (!late || !owing) throw new Error('the seed’s morning is too quiet')
  await letOut(late)
  await letOut(owing)
  await laptop.call('o-manager', 'listBills', { siteId: SITE })
  await laptop.call('o-manager', 'correctBill', {
    siteId: SITE,
    attempt: 'gallery-owing',
    bookingId: owing.id,
    what: 'bill',
    fen: 40_000,
    reason: '上个月没有记的托管',
  })
  return { late: { openid: ownerOf(late), bookingId: late.id }, owing: ownerOf(owing) }
}

/** All places of these days are open, so that they can be full. */
async function openWhole(
  laptop: Laptop,
  documents: (name: string) => Promise<any[]>,
  dates: readonly string[],
): Promise<void> {
  const whole = (await documents('days'))
    .filter(({ date }) => dates.includes(date))
    .map(({ release: _release, weekMinutes: _week, ...day }) => day)
  await laptop.control('documents', { collection: 'days', documents: whole })
}

async function fill(
  laptop: Laptop,
  bookings: readonly Booked[],
  ownerOf: (booking: Booked) => string,
  date: string,
): Promise<void> {
  const families = new Map(bookings.map((each) => [each.childId, ownerOf(each)]))
  for (const [childId, openid] of families)
    if (openid !== 'o-xiaoyu' && openid !== WAITING) await book(laptop, openid, childId, date, FULL)
}

async function registerUnseen(laptop: Laptop, days: readonly string[]): Promise<string> {
  const { household } = await laptop.call(UNSEEN, 'registerGuardian', {
    siteId: SITE,
    name: '安妮妈妈',
    phone: { by: 'typed', number: '13912345678' },
    consents: { guardian: '2026-11', children: '2026-11' },
  })
  const { childId } = await laptop.call(UNSEEN, 'saveChild', {
    householdId: household.id,
    name: '安妮',
    birthDate: `${Number(days[0]?.slice(0, 4)) - 2}-08-15`,
    allergies: '',
  })
  await book(laptop, UNSEEN, childId, days[4] ?? '', { from: '14:00', to: '16:00' })
  return childId
}

/** The booking's id; empty when the rules say no. */
async function book(
  laptop: Laptop,
  openid: string,
  childId: string,
  date: string,
  span: { from: string; to: string },
): Promise<string> {
  const ask = { siteId: SITE, childIds: [childId], date, span }
  const quote = await laptop.tryCall(openid, 'quoteCare', ask)
  if (!quote.ok) return ''
  const attempt = `gallery-${childId}`
  const seen = { attempt, seenTotalFen: quote.value.totalFen, accepted: [] }
  const booked = await laptop.tryCall(openid, 'bookCare', { ...ask, ...seen })

  return booked.ok ? booked.value.bookings[0].id : ''
}
