import { findSeats } from '../../../miniprogram/domain/decide-session'
import { waitsOf } from '../../../miniprogram/domain/decide-wait'
import { FaultError } from '../../../miniprogram/domain/fault'
import { householdOf, type ChildId, type WaitId } from '../../../miniprogram/domain/ids'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { bookedSessionOf, fullSeats } from '../../../miniprogram/domain/seats'
import { spanMinutes } from '../../../miniprogram/domain/span'
import { waitKeyOf, type Wait } from '../../../miniprogram/domain/wait'
import type { UseCase } from '../kernel/use-case'
import { dateOfSession } from './decide-seats'
import { ownChildren } from './own-children'
import { waitViewsOf } from './wait-view'

const TRIES = 5

/** Puts the family on the session's list. Nobody waits for what can be booked at once. */
export const waitForSession: UseCase<'waitForSession', 'family'> = {
  name: 'waitForSession',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { openid, household }) {
    const { store, now, hash } = context
    const { siteId, sessionId, attempt } = input
    const children = ownChildren(household, input)
    const date = dateOfSession(input)
    const id = hash('wait', openid, attempt, siteId, sessionId) as WaitId
    const key = waitKeyOf({ householdId: household.id, session: { id: sessionId } })
    for (let tries = 0; tries < TRIES; tries++) {
      const day = await store.days.read(siteId, date)
      if (!day) return refuse({ code: 'day_not_open', date })
      const standing = waitsOf(day, household.id, now).find(
        ({ session }) => session?.id === sessionId,
      )
      if (standing && standing.id !== id) return refuse({ code: 'already_waiting_here' })
      const again = waitViewsOf(day, household.id, now).find((view) => view.id === id)
      if (again) return accept({ wait: again })
      const found = findSeats({ day, sessionId, household, children, now })
      if (!found.ok) return found
      const { seats, placements } = found.value
      if (children.length > seats.places)
        return refuse({ code: 'class_full', limit: 'session', places: seats.places })
      if (!fullSeats(day, seats, placements, now)) return refuse({ code: 'seat_free' })
      const wait: Wait = {
        id,
        householdId: household.id,
        childIds: children.map((child) => child.id),
        within: seats.span,
        minutes: spanMinutes(seats.span),
        askedAt: now,
        shareMinutes: 0,
        places: placements,
        session: bookedSessionOf(sessionId, seats),
      }
      const waits = [{ key, before: day.waits?.[key], after: wait }]
      if (!(await store.days.change(day, { moves: [], waits }, now))) continue
      const after = { date, waits: { ...day.waits, [key]: wait } }
      const view = waitViewsOf(after, household.id, now).find((each) => each.id === id)
      if (view) return accept({ wait: view })
    }
    throw new FaultError({ code: 'busy' })
  },
}
