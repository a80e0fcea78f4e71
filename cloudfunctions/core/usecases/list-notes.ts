import type { DayNote } from '../../../miniprogram/domain/day-note'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import { HEALTH_ROLES } from '../../../miniprogram/domain/role'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { auditRead } from './audit-read'

/** What has been written of the children today. */
export const listNotes: UseCase<'listNotes', 'staff'> = {
  name: 'listNotes',
  access: { for: 'staff', roles: HEALTH_ROLES },
  async run(context, { siteId }, found) {
    const all = await context.store.notes.ofDay(siteId, dateOf(context.now))
    const childIds = all.map(({ childId }) => childId)
    await auditRead(context, found, { siteId, what: 'notes', childIds })
    const notes: Record<BookingId, DayNote> = {}
    for (const { _id, note } of all) notes[_id as BookingId] = note
    return accept({ notes })
  },
}
