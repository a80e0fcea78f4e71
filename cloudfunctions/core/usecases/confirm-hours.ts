import { partOf } from '../../../miniprogram/domain/crew'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import {
  decideHoursConfirmed,
  hoursIdOf,
  minutesSum,
} from '../../../miniprogram/domain/service-hours'
import type { UseCase } from '../kernel/use-case'

/** Staff say how long somebody was there. What stands is never changed: a correction is one entry more. */
export const confirmHours: UseCase<'confirmHours', 'staff'> = {
  name: 'confirmHours',
  access: { for: 'staff', roles: ['community', 'operator', 'lead'] },
  async run(
    { store, now },
    { siteId, sessionId, volunteerId, seenMinutes, minutes, why },
    { person },
  ) {
    const [session, before] = await Promise.all([
      store.programmes.session(siteId, sessionId),
      store.serviceHours.ofSession(volunteerId, sessionId),
    ])
    const part = session && partOf(session, volunteerId)
    if (!session || !part) throw new FaultError({ code: 'not_found' })
    const decided = decideHoursConfirmed({ session, before, seenMinutes, minutes, why, now })
    if (!decided.ok) return decided
    if (before.length > 0 && decided.value.minutes === 0) return accept({ minutes })
    const { date, title } = session
    const added = await store.serviceHours.add({
      id: hoursIdOf(sessionId, volunteerId, before.length + 1),
      siteId,
      volunteerId,
      sessionId,
      date,
      title,
      part,
      minutes: decided.value.minutes,
      ...(why ? { why } : {}),
      by: person.name,
      at: now,
    })
    if (added) return accept({ minutes })
    const stands = minutesSum(await store.serviceHours.ofSession(volunteerId, sessionId))
    return stands === minutes
      ? accept({ minutes })
      : refuse({ code: 'hours_changed', minutes: stands })
  },
}
