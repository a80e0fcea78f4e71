import { decideWait } from '../../../miniprogram/domain/decide-wait'
import { FaultError } from '../../../miniprogram/domain/fault'
import { householdOf, type ChildId, type WaitId } from '../../../miniprogram/domain/ids'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { spanMinutes } from '../../../miniprogram/domain/span'
import {
  addDays,
  instantOf,
  localTime,
  weekdayOf,
  type LocalDate,
} from '../../../miniprogram/domain/time'
import type { Wait } from '../../../miniprogram/domain/wait'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { ownChildren } from './own-children'
import { waitViewOf } from './wait-view'

const TRIES = 5

/** Puts the family on the day's list. The same attempt again finds itself there. */
export const waitForPlace: UseCase<'waitForPlace', 'family'> = {
  name: 'waitForPlace',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { openid, household }) {
    const { store, now, hash } = context
    const { siteId, date, within, minutes, attempt } = input
    const children = ownChildren(household, input)
    const id = hash('wait', openid, attempt, siteId, date) as WaitId
    const shareMinutes = await bookedMinutes(context, household.id, date)
    for (let tries = 0; tries < TRIES; tries++) {
      const day = await store.days.read(siteId, date)
      if (!day) return refuse({ code: 'day_not_open', date })
      const before = day.waits?.[household.id]
      const again = before?.id === id ? waitViewOf(day, household.id, now) : undefined
      if (again) return accept({ wait: again })
      const ask = { day, household, id, children, within, minutes, shareMinutes, now }
      const decided = decideWait(ask)
      if (!decided.ok) return decided
      const waits = { ...day.waits, [household.id]: decided.value }
      const moves = [{ key: household.id, before, after: decided.value }]
      const view = waitViewOf({ date, waits }, household.id, now)
      if (view && (await store.days.change(day, { moves: [], waits: moves }, now)))
        return accept({ wait: view })
    }
    throw new FaultError({ code: 'busy' })
  },
}

/** What the family has booked in the calendar week of the date. */
async function bookedMinutes(
  { store }: Context,
  householdId: Wait['householdId'],
  date: LocalDate,
): Promise<number> {
  const monday = addDays(date, 1 - weekdayOf(date))
  const midnight = localTime('00:00')
  const from = instantOf(monday, midnight)
  const bookings = await store.bookings.between(
    householdId,
    from,
    instantOf(addDays(monday, 7), midnight),
  )
  return bookings
    .filter(({ state }) => state !== 'cancelled' && state !== 'missed')
    .reduce((sum, { span }) => sum + spanMinutes(span), 0)
}
