import type { Book } from '../../../miniprogram/domain/book'
import { isBlank, noteAfter, type DayNote } from '../../../miniprogram/domain/day-note'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { HEALTH_ROLES } from '../../../miniprogram/domain/role'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { knownBooks } from './known-books'
import { tellHeard } from './tell-heard'

/** One note for one child or many. Saying the same again changes nothing, so a retry is harmless. */
export const writeNotes: UseCase<'writeNotes', 'staff'> = {
  name: 'writeNotes',
  access: { for: 'staff', roles: HEALTH_ROLES },
  async run(context, { siteId, bookingIds, note }, { person }) {
    const { store, now } = context
    const read = await knownBooks(context, siteId, note.bookIds ?? [], 'note.bookIds')
    const said: DayNote = withTitles(note, read)
    if (isBlank(said))
      throw new FaultError({ code: 'invalid_input', fields: [{ path: 'note', why: 'missing' }] })
    const ids = [...new Set(bookingIds)]
    const date = dateOf(now)
    const day = await store.days.readFor(siteId, date, [], ids)
    const known = new Map((await store.notes.many(ids)).map((each) => [each._id, each]))
    for (const id of ids) {
      const state = day?.reservations[id]?.state
      if (state !== 'inside' && state !== 'gone') return refuse({ code: 'not_here_today' })
    }
    for (const id of ids) {
      const reservation = day?.reservations[id]
      if (!reservation) continue
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
    const bookIds = read.map(({ id }) => id)
    const children = ids.flatMap((id) => day?.reservations[id] ?? [])
    await tellHeard(
      context,
      children.map(({ householdId, childId }) => ({
        siteId,
        householdId,
        childId,
        date,
        bookIds,
        where: { care: true },
      })),
    )
    return accept({ written: ids.length })
  },
}

/** The note keeps the titles as they were that day. */
function withTitles(note: DayNote, read: readonly Book[]): DayNote {
  if (read.length === 0) return note
  return { ...note, books: [...(note.books ?? []), ...read.map(({ title }) => title)] }
}
