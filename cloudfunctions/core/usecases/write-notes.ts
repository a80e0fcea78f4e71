import type { Book } from '../../../miniprogram/domain/book'
import type { Reservation } from '../../../miniprogram/domain/day'
import { isBlank, noteAfter, type DayNote } from '../../../miniprogram/domain/day-note'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { HEALTH_ROLES } from '../../../miniprogram/domain/role'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { knownBooks } from './known-books'
import { tellHeard } from './tell-heard'

/**
 * One note for one child or many. Saying the same again changes nothing, so a retry is harmless. A child that was erased
 * after it went home is left out; one that is erased while its note is being written loses it again.
 */
export const writeNotes: UseCase<'writeNotes', 'staff'> = {
  name: 'writeNotes',
  access: { for: 'staff', roles: HEALTH_ROLES },
  async run(context, { siteId, bookingIds, note }, { person }) {
    const { store, now } = context
    const read = await knownBooks(context, siteId, note.bookIds ?? [], 'note.bookIds')
    const said: DayNote = withTitles(note, read)
    if (isBlank(said))
      throw new FaultError({ code: 'invalid_input', fields: [{ path: 'note', why: 'missing' }] })
    const asked = [...new Set(bookingIds)]
    const date = dateOf(now)
    const day = await store.days.readFor(siteId, date, [], asked)
    for (const id of asked) {
      const state = day?.reservations[id]?.state
      if (state !== 'inside' && state !== 'gone') return refuse({ code: 'not_here_today' })
    }
    const here = await registered(context, day?.reservations ?? {}, asked)
    if (here.length === 0) return refuse({ code: 'not_here_today' })
    const ids = here.map(([id]) => id)
    const known = new Map((await store.notes.many(ids)).map((each) => [each._id, each]))
    for (const [id, reservation] of here) {
      const { childId, householdId } = reservation
      const before = known.get(id)
      const saved = await store.notes.save(id, {
        siteId,
        date,
        childId,
        householdId,
        note: noteAfter(before?.note, said),
        rev: (before?.rev ?? 0) + 1,
        at: now,
        by: person.name,
      })
      if (!saved) throw new FaultError({ code: 'busy' })
    }
    const still = new Set(
      (await registered(context, Object.fromEntries(here), ids)).map(([id]) => id),
    )
    for (const [id, { householdId, childId }] of here)
      if (!still.has(id)) await store.notes.eraseChild(householdId, childId)
    const bookIds = read.map(({ id }) => id)
    await tellHeard(
      context,
      here.map(([, { householdId, childId }]) => ({
        siteId,
        householdId,
        childId,
        date,
        bookIds,
        where: { care: true },
      })),
    )
    return accept({ written: still.size })
  },
}

type Whose = Pick<Reservation, 'householdId' | 'childId'>

/** Those of the bookings whose child is still on its family's file. */
async function registered(
  { store }: Context,
  reservations: Readonly<Record<string, Whose>>,
  ids: readonly BookingId[],
): Promise<(readonly [BookingId, Whose])[]> {
  const all = ids.flatMap((id) => {
    const whose = reservations[id]
    return whose ? [[id, whose] as const] : []
  })
  const families = await store.households.many([
    ...new Set(all.map(([, { householdId }]) => householdId)),
  ])
  const children = new Set(families.flatMap((family) => family.children.map(({ id }) => id)))
  return all.filter(([, { childId }]) => children.has(childId))
}

/** The note keeps the titles as they were that day. */
function withTitles(note: DayNote, read: readonly Book[]): DayNote {
  if (read.length === 0) return note
  return { ...note, books: [...(note.books ?? []), ...read.map(({ title }) => title)] }
}
