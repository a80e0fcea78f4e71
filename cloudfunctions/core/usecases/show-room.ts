import { bookingOf } from '../../../miniprogram/domain/booking'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { STANDARD_HEALTH } from '../../../miniprogram/domain/illness'
import { OVERRIDE_MINUTES } from '../../../miniprogram/domain/override'
import { accept } from '../../../miniprogram/domain/result'
import { maySeeHealth } from '../../../miniprogram/domain/role'
import { MINUTE, dateOf, later } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { auditRead } from './audit-read'
import { overrideViewOf } from './override-view'
import { publicKeysOf } from './public-keys'
import { roomChildOf, withoutHealth } from './room-child'

/**
 * The room today: one day, its families, and the public keys that check tickets without network. Carers see what is in
 * the children's health files, and each look is written down; an operator sees the room without it.
 */
export const showRoom: UseCase<'showRoom', 'staff'> = {
  name: 'showRoom',
  access: { for: 'staff', roles: ['carer', 'lead', 'operator'] },
  async run(context, { siteId }, found) {
    const { store, now, ticketKeys } = context
    const date = dateOf(now)
    const [site, day, checks, passes, overrides] = await Promise.all([
      store.sites.get(siteId),
      store.days.read(siteId, date),
      store.checks.ofDay(siteId, date),
      store.passes.confirmedOf(siteId, date),
      store.overrides.open(siteId, date, later(now, -OVERRIDE_MINUTES * MINUTE)),
    ])
    // What is only held is nobody's booking yet.
    const reservations = Object.entries(day?.reservations ?? {}).filter(
      ([, { state }]) => state !== 'held',
    )
    const ids = new Set(reservations.map(([, { householdId }]) => householdId))
    const households = new Map(
      (await store.households.many([...ids])).map((household) => [household.id, household]),
    )
    const checkOf = new Map(checks.map((check) => [check._id, check]))
    const children = reservations
      .map(([id, reservation]) =>
        roomChildOf(
          bookingOf(siteId, date, id as BookingId, reservation),
          reservation.door,
          households.get(reservation.householdId),
          checkOf.get(id),
        ),
      )
      .sort((a, b) => a.span.from.localeCompare(b.span.from) || a.name.localeCompare(b.name))
    const cares = maySeeHealth(found.person.roles, siteId)
    const childIds = children.map(({ childId }) => childId)
    if (cares) await auditRead(context, found, { siteId, what: 'room', childIds })
    const onDuty = Object.values(day?.onDuty ?? {})
    return accept({
      now,
      ...(day ? { day } : {}),
      children: cares ? children : children.map(withoutHealth),
      ...(onDuty.length > 0 ? { onDuty: onDuty.filter(({ outAt }) => outAt === undefined) } : {}),
      passes,
      overrides: overrides.map((override) => overrideViewOf(override, found.openid)),
      ...(cares ? { rules: site?.health ?? STANDARD_HEALTH } : {}),
      ticketKeys: publicKeysOf(ticketKeys),
    })
  },
}
