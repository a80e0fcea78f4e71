import type { Page } from 'playwright-core'
import type { Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import type { Booked } from './facts'
import type { State } from './states'

/** 核桃爸爸: books nothing on the days that the gallery fills. */
export const WAITING = 'o-family-12'

/** What the pictures of waiting and of not coming need to know. */
export interface PlacesFacts {
  readonly waitingChild: string
  /** Bookings of this morning that nobody came for. */
  readonly missed: readonly { readonly openid: string; readonly bookingId: string }[]
}

interface Told {
  readonly laptop: Laptop
  readonly documents: (name: string) => Promise<any[]>
  readonly ownerOf: (booking: Booked) => string
  /** Two days whose noon is full. */
  readonly days: readonly [string, string]
}

/**
 * 核桃's family waits for the noon of both days and is offered one; two families did not come this morning, and one of
 * them says why.
 */
export async function preparePlaces(told: Told): Promise<PlacesFacts> {
  const { laptop, documents, ownerOf, days } = told
  const { household } = await laptop.call(WAITING, 'enterApp', {})
  const waitingChild: string = household.children[0].id
  const wanted = { siteId: SITE, childIds: [waitingChild], minutes: 120 }
  const within = { from: '11:00', to: '15:00' }
  for (const date of days)
    await laptop.call(WAITING, 'waitForPlace', { ...wanted, date, within, attempt: `wait-${date}` })
  const all: (Booked & { groupId: string })[] = await documents('bookings')
  const noon = all.find(
    ({ date, span, groupId }) => date === days[1] && span.from === '12:00' && groupId === 'big',
  )
  if (!noon) throw new Error('nobody to cancel')
  const cancel = { bookingId: noon.id, seenFeeFen: 0 }
  await laptop.call(ownerOf(noon), 'cancelBooking', cancel)

  await laptop.control('timers/scheduled')
  const bookings: Booked[] = await documents('bookings')
  const missed = bookings.filter(({ state }) => state === 'missed')
  const [first] = missed
  if (!first || missed.length < 2) throw new Error('everybody came')
  const { householdId, date } = first
  await laptop.call(ownerOf(first), 'appealAbsence', { householdId, date, reason: 'called' })
  return {
    waitingChild,
    missed: missed.map((each) => ({ openid: ownerOf(each), bookingId: each.id })),
  }
}

export function placesStates(
  { waitingChild, missed }: PlacesFacts,
  days: readonly string[],
  xiaoyu: { readonly childId: string; readonly coming: string },
): State[] {
  const mother = 'o-xiaoyu'
  const list = 'pages/wait-list/wait-list'
  const shorten = `pages/booking-shorten/booking-shorten?id=${xiaoyu.coming}`
  const absences = 'pages/absence-list/absence-list'
  const appeals = 'packages/desk/appeal-list/appeal-list'
  const [appealed, silent] = missed
  return [
    { name: 'home-offer', openid: WAITING, page: 'pages/home/home' },
    { name: 'wait-list', openid: WAITING, page: list },
    { name: 'wait-list-fresh', openid: WAITING, page: `${list}?fresh=1` },
    { name: 'wait-list-none', openid: mother, page: list },
    { name: 'wait-list-loading', openid: WAITING, page: list, network: 'slow' },
    { name: 'wait-ask', openid: mother, page: ask(days[10], xiaoyu.childId) },
    {
      name: 'wait-ask-free',
      openid: mother,
      page: ask(days[2], xiaoyu.childId),
      act: askToWait,
    },
    {
      name: 'wait-ask-already',
      openid: WAITING,
      page: ask(days[10], waitingChild),
      act: askToWait,
    },
    { name: 'shorten', openid: mother, page: shorten },
    {
      name: 'shorten-chosen',
      openid: mother,
      page: shorten,
      act: (page) => page.locator('.earlier').click(),
    },
    { name: 'ticket-missed', openid: silent?.openid ?? '', page: show(silent?.bookingId) },
    { name: 'absences', openid: silent?.openid ?? '', page: absences },
    { name: 'absences-appealed', openid: appealed?.openid ?? '', page: absences },
    { name: 'absences-none', openid: mother, page: absences },
    { name: 'appeals', openid: 'o-manager', page: appeals },
    { name: 'appeals-not-mine', openid: mother, page: appeals },
  ]
}

async function askToWait(page: Page): Promise<void> {
  await page.locator('.foot').getByRole('button').first().click()
  await page.getByText('允许', { exact: true }).click()
}

function ask(date: string | undefined, child: string): string {
  return `pages/wait-ask/wait-ask?date=${date}&from=12:00&to=14:00&kids=${child}&seen=0`
}

function show(bookingId: string | undefined): string {
  return `pages/booking-show/booking-show?id=${bookingId}`
}
