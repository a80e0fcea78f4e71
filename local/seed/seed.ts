import dayjs from 'dayjs'
import { books } from './books'
import { families, type SeedFamily } from './families'
import { lastMonthFigures } from './figures'
import { laptopAt, type Laptop } from './laptop'
import { seeHealth, signIn, spendMorning } from './morning'
import { bookStories, programmesOn, timetable } from './programme'
import { chooseLanguages, tellCommunity } from './notices'
import { decideSettings } from './settings'
import { fillShelves } from './reading'
import { SITE, roster, site, staffPeople, tariff } from './site'
import { visit } from './visits'
import { engageVolunteers } from './volunteers'

const at = (date: string, time: string): number => Date.parse(`${date}T${time}:00+08:00`)

/** A Wednesday with no holiday near it: what is tested or drawn is the same on whatever day that is done. */
export const WEDNESDAY = at('2026-11-25', '10:00')

/** Today in Shanghai, or tomorrow when today is a Sunday: the demonstration opens on a day that is open. */
export function openToday(now: number): string {
  const today = dayjs(new Date(now + 8 * 3_600_000).toISOString().slice(0, 10))
  return (today.day() === 0 ? today.add(1, 'day') : today).format('YYYY-MM-DD')
}

/**
 * Two lively weeks, made through the app's own functions, so that nothing in it could not happen: yesterday the
 * families book, some children come in the afternoon, in the evening families are reminded, this morning the first children come in. It ends at 9:40.
 */
export async function seed(url: string, now: number): Promise<void> {
  const laptop = laptopAt(url)
  const today = openToday(now)
  const dates = Array.from({ length: 15 }, (_, index) => dayjs(today).add(index - 1, 'day'))
  const earlier = Array.from({ length: 14 }, (_, index) => dayjs(today).add(index - 15, 'day'))
  const programmes = programmesOn([...earlier, ...dates].map(day))
  const documents = {
    sites: [site],
    tariffs: [tariff],
    rosters: [roster],
    people: staffPeople,
    books,
    programmes,
    figures: [lastMonthFigures(today)],
    timetables: [timetable],
  }
  for (const [collection, docs] of Object.entries(documents))
    await laptop.control('documents', { collection, documents: docs })
  await engageVolunteers(laptop, programmes, today)
  await laptop.control('clock', { now: at(day(dates[0]), '10:00'), running: false })
  await laptop.control('timers/scheduled')

  await decideSettings(laptop)
  const children: Registered[] = []
  for (const family of families) children.push(...(await register(laptop, family, today)))
  await fillShelves(laptop, children, today)
  const yesterday = dates[0]
  if (yesterday && yesterday.day() !== 0)
    await visit(
      laptop,
      children
        .filter(({ family }) => family.papers)
        .map(({ family, childId }) => ({ openid: family.openid, childId })),
      day(yesterday),
    )
  await laptop.control('clock', { now: at(today, '00:05'), running: false })
  await laptop.control('timers/scheduled')
  const open = dates.filter((date) => date.day() !== 0 && day(date) >= today).map(day)
  const booked = await bookWeeks(laptop, children, open)
  await waitForNoon(laptop, children.slice(1), booked, open)
  // 小雨's mother has yet to choose.
  const listeners = children.slice(1).map(({ family, childId }) => ({
    openid: family.openid,
    childId,
  }))
  await bookStories(laptop, listeners, today)
  await changePlans(laptop, open)
  await bookEveryFriday(laptop, children[0], today)
  await chooseLanguages(laptop)
  await laptop.control('clock', { now: at(today, '08:05'), running: false })
  await tellCommunity(laptop, at(open[1] ?? today, '08:00'))
  const expected = booked.filter(({ date, from }) => date === today && from <= '09:30')
  const arriving = expected.filter((_, index) => index % LATE_ONE_IN !== LATE_ONE_IN - 1)
  // Nobody is waited for longer than half an hour.
  for (const [time, from, to] of ARRIVALS) {
    await laptop.control('clock', { now: at(today, time), running: false })
    await letIn(
      laptop,
      arriving.filter((each) => from <= each.from && each.from <= to),
    )
  }
  await signIn(laptop)
  await spendMorning(
    laptop,
    arriving.map(({ id }) => id),
  )
  await letFetch(laptop, arriving[0])
  await laptop.control('clock', { now: at(today, '09:40'), running: true })
}

function day(date: dayjs.Dayjs | undefined): string {
  return date ? date.format('YYYY-MM-DD') : ''
}

/** 乐乐's check-up has run out: the family sees it when booking, and the door asks for a new one. */
const RUN_OUT = 'o-family-4'

interface Registered {
  readonly family: SeedFamily
  readonly householdId: string
  readonly childId: string
  readonly months: number
}

async function register(laptop: Laptop, family: SeedFamily, today: string): Promise<Registered[]> {
  const { openid, name, phone, papers, allows } = family
  const { household } = await laptop.call(openid, 'registerGuardian', {
    siteId: SITE,
    name,
    phone: { by: 'typed', number: phone },
    consents: { guardian: '2026-11', children: '2026-11' },
  })
  const registered: Registered[] = []
  for (const child of family.children) {
    const born = dayjs(today).subtract(child.months, 'month').subtract(child.days, 'day')
    const { childId } = await laptop.call(openid, 'saveChild', {
      householdId: household.id,
      name: child.name,
      birthDate: day(born),
      allergies: child.allergies ?? '',
    })
    const { months } = child
    registered.push({ family, householdId: household.id, childId, months })
  }
  if (papers) {
    await laptop.call('o-chen', 'confirmPapers', { siteId: SITE, householdId: household.id })
    for (const { childId } of registered)
      await seeHealth(laptop, childId, today, openid === RUN_OUT)
  }
  if (allows.length > 0) {
    await laptop.post('/cloud/consent', openid, {
      templateIds: allows.map((template) => site.templates[template]),
    })
    await laptop.call(openid, 'recordConsent', { accepted: allows })
  }
  return registered
}

interface Booked {
  readonly openid: string
  readonly id: string
  readonly date: string
  readonly from: string
}

/** Times that families ask for, in turn; the sums leave some half hours full and some free. */
const SPANS = [
  ['09:00', '11:00'],
  ['08:30', '12:30'],
  ['09:30', '13:30'],
  ['14:00', '16:00'],
  ['09:00', '12:00'],
  ['11:30', '14:00'],
  ['08:30', '17:30'],
] as const

/** When the children of which hours come through the door. */
const ARRIVALS = [
  ['08:40', '08:30', '08:30'],
  ['09:20', '09:00', '09:30'],
] as const

/** Of the children expected by now, one in so many is late. */
const LATE_ONE_IN = 6

/** So many days are nearly full, the later ones lighter. */
const DENSE = 4

/** Most children come on the first days, later about every third day; what the rules refuse (too young, full) is not booked. */
async function bookWeeks(
  laptop: Laptop,
  children: readonly Registered[],
  dates: readonly string[],
): Promise<Booked[]> {
  const booked: Booked[] = []
  for (const [d, date] of dates.entries())
    for (const [c, child] of children.entries()) {
      const turn = c * 3 + d * 2
      const comes =
        c === 0 ? d === 1 || (d > 1 && turn % 3 === 0) : d < DENSE ? turn % 5 > 0 : turn % 3 === 0
      if (!comes) continue
      const [from, to] = c === 0 ? SPANS[0] : (SPANS[(c + d) % SPANS.length] ?? SPANS[0])
      const made = await book(laptop, child, date, { from, to }, `seed-${d}-${c}`)
      if (made) booked.push({ ...made, date, from })
    }
  return booked
}

async function book(
  laptop: Laptop,
  { family, childId }: Registered,
  date: string,
  span: { from: string; to: string },
  attempt: string,
): Promise<{ openid: string; id: string } | undefined> {
  const { openid } = family
  const ask = { siteId: SITE, childIds: [childId], date, span }
  const quote = await laptop.tryCall(openid, 'quoteCare', ask)
  if (!quote.ok) return undefined
  const seen = { attempt, seenTotalFen: quote.value.totalFen, accepted: [] }
  const booked = await laptop.tryCall(openid, 'bookCare', { ...ask, ...seen })
  return booked.ok ? { openid, id: booked.value.bookings[0].id } : undefined
}

/** The first family that finds noon full on a day on which it has no booking waits for it. */
async function waitForNoon(
  laptop: Laptop,
  children: readonly Registered[],
  booked: readonly Booked[],
  dates: readonly string[],
): Promise<void> {
  const within = { from: '12:00', to: '14:00' }
  const taken = new Set(booked.map(({ openid, date }) => `${openid} ${date}`))
  for (const date of dates.slice(1))
    for (const { family, childId } of children) {
      const { openid } = family
      if (taken.has(`${openid} ${date}`)) continue
      const ask = { siteId: SITE, childIds: [childId], date, within, minutes: 120 }
      const input = { ...ask, attempt: `seed-wait-${date}` }
      if ((await laptop.tryCall(openid, 'waitForPlace', input)).ok) return
    }
}

/** 小雨's mother wants every Friday afternoon for four weeks; what is not released yet waits. */
async function bookEveryFriday(
  laptop: Laptop,
  mother: Registered | undefined,
  today: string,
): Promise<void> {
  if (!mother) return
  await laptop.call(mother.family.openid, 'bookSeries', {
    siteId: SITE,
    childIds: [mother.childId],
    weekdays: [5],
    span: { from: '16:30', to: '17:30' },
    from: today,
    weeks: 4,
    mode: 'each',
    attempt: 'seed-fridays',
    seenTotalFen: 1350,
    accepted: [],
  })
}

async function letIn(laptop: Laptop, arriving: readonly Booked[]): Promise<void> {
  for (const { openid, id } of arriving) {
    const { ticket } = await laptop.call(openid, 'showBooking', { bookingId: id })
    await laptop.tryCall('o-chen', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
  }
}

/** A carer is away next week, which leaves bookings that no longer fit, and an afternoon ends early. */
async function changePlans(laptop: Laptop, open: readonly string[]): Promise<void> {
  const [away, early] = [open[6], open[10]]
  const { rev, days } = await laptop.call('o-chen', 'showPlan', { siteId: SITE })
  const { shifts } = days.find(({ date }: { date: string }) => date === away)
  const others = shifts.filter(({ carer }: { carer: string }) => carer !== '陈老师')
  const change = { siteId: SITE, rev, date: away, every: false, shifts: others }
  await laptop.call('o-chen', 'saveRoster', change)
  const time = { siteId: SITE, date: early, span: { from: '17:00', to: '18:00' } }
  const { bookings } = await laptop.call('o-community', 'planClosure', time)
  const closing = { ...time, why: '教室消毒', seenBookings: bookings.length }
  await laptop.call('o-community', 'addClosure', closing)
}

/** One of today's children is fetched by its grandmother, whom its guardian has confirmed. */
async function letFetch(laptop: Laptop, booking: Booked | undefined): Promise<void> {
  if (!booking) return
  const { openid, id: bookingId } = booking
  const input = { bookingId, name: '外婆', attempt: 'seed-pass' }
  const { pass } = await laptop.call(openid, 'givePass', input)
  const { number } = await laptop.call('o-grandmother', 'openPass', { passId: pass.id })
  await laptop.call(openid, 'confirmPass', { passId: pass.id, number })
}
