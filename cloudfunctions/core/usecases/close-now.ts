import { closedNow, closingNotice } from '../../../miniprogram/domain/close-now'
import type { NoticeId } from '../../../miniprogram/domain/ids'
import { UNTOLD, type Notice } from '../../../miniprogram/domain/notice'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf, timeOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { beginNotice } from './begin-notice'
import { callOf } from './call-of'
import { closeTime } from './close-time'
import { noticeViewOf } from './notice-view'

/**
 * Something has happened: closes the rest of today or all of it, cancels its bookings without cost, and tells every
 * family at once, at night too. The same attempt again closes and tells nothing twice.
 */
export const closeNow: UseCase<'closeNow', 'staff'> = {
  name: 'closeNow',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run(context, { siteId, attempt, whole, why }, { openid, person }) {
    const { store, now, hash } = context
    const id = `closed-${hash(openid, attempt)}` as NoticeId
    const [day, roster] = await Promise.all([
      store.days.read(siteId, dateOf(now)),
      store.sites.roster(siteId),
    ])
    const closures = roster?.closures ?? []
    // The same attempt goes on with its own closing, whatever the half hour by now.
    const closure =
      closures.find(({ notice }) => notice === id) ??
      closedNow(day, { whole, why }, timeOf(now), closures)
    if (!day || !closure) return refuse({ code: 'closed_already' })
    const closed = await closeTime(context, siteId, { ...closure, notice: id })
    if (!closed.ok) return closed
    const notice: Notice = {
      id,
      siteId,
      by: openid,
      byName: person.name,
      ...closingNotice(closure),
      audience: {},
      urgent: true,
      state: 'going',
      at: now,
      due: now,
      ...UNTOLD,
    }
    const begun = await beginNotice(context, notice)
    const inside = Object.values(day.reservations).filter(({ state }) => state === 'inside')
    const households = await store.households.many(inside.map(({ householdId }) => householdId))
    return accept({
      cancelled: closed.value,
      notice: noticeViewOf(begun),
      inside: households.map((household) => ({
        ...callOf(household),
        children: household.children
          .filter((child) => inside.some(({ childId }) => childId === child.id))
          .map(({ name }) => name),
      })),
    })
  },
}
