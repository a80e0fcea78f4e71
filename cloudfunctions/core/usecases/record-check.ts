import { FaultError } from '../../../miniprogram/domain/fault'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { STANDARD_HEALTH } from '../../../miniprogram/domain/illness'
import {
  decideCheck,
  type CheckOutcome,
  type MorningCheck,
} from '../../../miniprogram/domain/morning-check'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { HEALTH_ROLES } from '../../../miniprogram/domain/role'
import { dateOf } from '../../../miniprogram/domain/time'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import type { Looked, StoredCheck } from '../store/checks'
import { sendHome } from './send-home'

/** The morning check: kept first, then what follows from it. The same attempt again finishes what a crash left. */
export const recordCheck: UseCase<'recordCheck', 'staff'> = {
  name: 'recordCheck',
  access: { for: 'staff', roles: HEALTH_ROLES },
  async run(context, input, { person }) {
    const { store, now } = context
    const { siteId, bookingId } = input
    const date = dateOf(now)
    const day = await store.days.readFor(siteId, date, [], [bookingId])
    const reservation = day?.reservations[bookingId]
    const known = await store.checks.get(bookingId)
    const again = known?.attempt === input.attempt
    const here = reservation?.state === 'booked' || reservation?.state === 'inside'
    if (!reservation || !(here || again)) return refuse({ code: 'not_here_today' })

    const rules = (await store.sites.get(siteId))?.health ?? STANDARD_HEALTH
    const check = checkOf(input)
    const decided = decideCheck(check, rules, date)
    if (!decided.ok) return decided
    const outcome = decided.value
    const looked: Looked = {
      ...check,
      attempt: input.attempt,
      // Told later than it was done, on the same day.
      at: input.at !== undefined && input.at < now && dateOf(input.at) === date ? input.at : now,
      by: person.name,
      ...outcome,
    }
    const { childId, householdId } = reservation
    if (!again)
      await keep(context, bookingId, known, { siteId, date, childId, householdId, looked })
    const cancelled = await follow(context, { siteId, bookingId, outcome }, reservation)
    return accept({
      outcome: outcome.outcome,
      ...(outcome.outcome === 'goes_home'
        ? { illness: outcome.illness.name, returnOn: outcome.returnOn }
        : {}),
      cancelled,
    })
  },
}

function checkOf(input: InputOf<'recordCheck'>): MorningCheck {
  const { tenths, skin, mood, belongings, medicine, suspicion } = input
  return {
    tenths,
    skin,
    mood,
    belongings,
    ...(medicine ? { medicine } : {}),
    ...(suspicion ? { suspicion } : {}),
  }
}

async function keep(
  { store }: Context,
  bookingId: BookingId,
  known: StoredCheck | undefined,
  {
    looked,
    ...whose
  }: Pick<StoredCheck, 'siteId' | 'date' | 'childId' | 'householdId'> & { looked: Looked },
): Promise<void> {
  const { rev = 0, earlier = [] } = known ?? {}
  const check: StoredCheck = {
    ...whose,
    ...looked,
    rev: rev + 1,
    earlier: known ? [lookedOf(known), ...earlier] : [],
  }
  const kept = known
    ? await store.checks.replace(bookingId, known, check)
    : await store.checks.add(bookingId, check)
  if (!kept) throw new FaultError({ code: 'busy' })
}

function lookedOf(check: StoredCheck): Looked {
  const { siteId: _site, date: _date, childId: _child, householdId: _family, ...rest } = check
  const { rev: _rev, earlier: _earlier, noticedAt: _noticed, ...looked } = rest
  return looked
}

async function follow(
  context: Context,
  {
    siteId,
    bookingId,
    outcome,
  }: Pick<StoredCheck, 'siteId'> & { bookingId: BookingId; outcome: CheckOutcome },
  reservation: Parameters<typeof sendHome>[1]['reservation'],
): Promise<number> {
  if (outcome.outcome === 'stays') return 0
  const { childId, householdId } = reservation
  const household = await context.store.households.get(householdId)
  if (!household) return 0
  const { returnOn } = outcome
  return sendHome(context, { siteId, bookingId, childId, household, reservation, returnOn })
}
