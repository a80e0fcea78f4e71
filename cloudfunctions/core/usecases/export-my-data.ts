import type { Household } from '../../../miniprogram/domain/household'
import type { BookId, HouseholdId } from '../../../miniprogram/domain/ids'
import { heardBooksOf } from '../../../miniprogram/domain/reading'
import { accept } from '../../../miniprogram/domain/result'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import type { StoredCheck } from '../store/checks'
import { absenceViewsOf } from './absence-views'
import { requestIdOf } from './draw-view'
import { openDrawIds } from './erase-family'
import { messageViewOf } from './message-view'
import { ownLoans } from './own-loans'
import { ownWaits } from './own-waits'

/** Everything stored about the caller's family, to take away. */
export const exportMyData: UseCase<'exportMyData', 'anyone'> = {
  name: 'exportMyData',
  access: { for: 'anyone' },
  async run(context, _input, { openid }) {
    const { store, now } = context
    const person = await store.people.get(openid)
    const household = person?.householdId && (await store.households.get(person.householdId))
    const childIds = household ? household.children.map(({ id }) => id) : []
    const [fetched, books, checks, notes, incidents, bookings, series, bills, messages, waits] =
      await Promise.all([
        household ? fetchersOf(context, household.id) : { passes: [], overrides: [] },
        household ? booksOf(context, household.id) : { loans: [], readings: [] },
        household ? store.checks.ofHousehold(household.id) : [],
        household ? store.notes.ofHousehold(household.id) : [],
        household ? store.incidents.ofChildren(household.siteId, childIds) : [],
        household ? store.bookings.ofHousehold(household.id, 1000) : [],
        household ? store.series.ofHousehold(household.id, 1000) : [],
        household ? store.bills.ofHousehold(household.id) : [],
        store.messages.of(openid, 1000),
        household ? ownWaits(context, household) : [],
      ])
    const draws = household ? await drawsOf(context, household) : []
    const volunteers = await volunteersOf(context, openid)
    return accept({
      at: now,
      ...fileOf(household || undefined),
      waits,
      absences: absenceViewsOf(household ? household.absences : undefined, now),
      checks: checks.flatMap(looksOf),
      notes,
      incidents,
      bookings,
      series,
      bills,
      messages: messages.map(messageViewOf),
      wishes: {
        ...(person?.language ? { language: person.language } : {}),
        allowed: { ...person?.credits },
        refused: { ...person?.refusals },
      },
      draws,
      volunteers,
      ...fetched,
      ...books,
    })
  },
}

/** Each look at the child that morning, the last one first. */
function looksOf({ earlier, ...last }: StoredCheck) {
  const { childId, date } = last
  return [last, ...earlier].map(({ illness, ...look }) => ({
    ...look,
    childId,
    date,
    ...(illness ? { illness: illness.name } : {}),
  }))
}

/** What stands on the family's own document, each field that holds anything. */
function fileOf(household: Household | undefined) {
  const { guardians = [], children = [], health = {}, free = {} } = household ?? {}
  const { papers, hold, trial, farewell, keptUntil } = household ?? {}
  return {
    guardians,
    children,
    health,
    free: Object.values(free).flatMap((claims) => Object.values(claims)),
    ...(papers ? { papers } : {}),
    ...(hold ? { hold } : {}),
    ...(trial ? { trial } : {}),
    ...(farewell ? { farewell } : {}),
    ...(keptUntil ? { keptUntil } : {}),
  }
}

/** What the family asked for in draws that are not done. */
async function drawsOf(context: Context, { id, siteId }: Household) {
  const { store } = context
  const drawIds = await openDrawIds(context, siteId)
  const draws = await Promise.all(drawIds.map((drawId) => store.draws.get(drawId)))
  return draws.flatMap((draw) => {
    const own = draw?.requests[requestIdOf(context, draw.id, id)]
    if (!draw || !own) return []
    const { childIds, span, seenTotalFen, askedAt } = own
    return [{ date: draw.date, childIds, span, seenTotalFen, askedAt }]
  })
}

/** Whom the family let fetch a child, and who did without a code. */
async function fetchersOf({ store }: Context, id: HouseholdId) {
  const [passes, overrides] = await Promise.all([
    store.passes.ofHousehold(id),
    store.overrides.ofHousehold(id),
  ])
  return { passes, overrides }
}

/** What the family has at home, and what each child has heard. */
async function booksOf(context: Context, id: HouseholdId) {
  const { store } = context
  const [own, readings] = await Promise.all([ownLoans(context, id), store.readings.ofHousehold(id)])
  const logs = readings.map(({ childId, heard }) => ({ childId, heard: heardBooksOf(heard) }))
  const ids = logs.flatMap(({ heard }) => heard.map(({ bookId }) => bookId))
  const books = await store.books.many([...new Set(ids)])
  const titleOf = (bookId: BookId) => books.find((book) => book.id === bookId)?.title ?? ''
  return {
    loans: own.map(({ book, lentOn, dueOn, renewed }) => ({
      title: book.title,
      lentOn,
      dueOn,
      renewed,
    })),
    readings: logs.map(({ childId, heard }) => ({
      childId,
      books: heard.map(({ bookId, ...rest }) => ({ title: titleOf(bookId), ...rest })),
    })),
  }
}

/** The caller as one of the point's people, at each site. */
function volunteersOf({ store }: Context, openid: string) {
  return store.volunteers
    .ofAccount(openid)
    .then((all) =>
      Promise.all(
        all.map(async (each) => ({ ...each, hours: await store.serviceHours.allOf(each.id) })),
      ),
    )
}
