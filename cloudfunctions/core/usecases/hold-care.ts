import { FaultError } from '../../../miniprogram/domain/fault'
import { heldOf, holdUntil, type Hold } from '../../../miniprogram/domain/hold'
import { bookingIdOf, householdOf, type ChildId } from '../../../miniprogram/domain/ids'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import type { Instant } from '../../../miniprogram/domain/time'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { attemptOf } from './attempt-of'
import { claimHold } from './claim-hold'
import { decidePlaces, readDay, takePlaces, type Asking } from './decide-places'
import { freeHold } from './free-hold'
import { ownChildren } from './own-children'
import { careQuotesOf } from './care-quotes'

type Input = InputOf<'holdCare'>
type Answer = Result<
  ReturnType<typeof careQuotesOf> & { readonly now: Instant; readonly until: Instant }
>

const TRIES = 5

/**
 * Keeps the places for a guardian who reads the bill. A family holds once: opening another bill on the same phone lets
 * the old places go, another guardian's hold stands in the way. The claim on the family comes before the places, so that
 * two phones cannot hold two; a claim whose places never came is void after five minutes like any hold.
 */
export const holdCare: UseCase<'holdCare', 'family'> = {
  name: 'holdCare',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { openid, household }) {
    const { now } = context
    const { siteId, date, span, childIds, attempt } = input
    const children = ownChildren(household, input)
    const stem = attemptOf(context, openid, input)
    const ids = children.map(({ id }) => bookingIdOf(stem, id))
    const until = holdUntil(now)
    const hold: Hold = { ids, siteId, date, span, childIds, by: openid, attempt, until }
    const old = oldHold(household.hold, hold, now)
    const isHere = old?.siteId === siteId && old.date === date
    const asking = { household, children, ids, ...(old && isHere ? { instead: old.ids } : {}) }
    const held = await holdPlaces(context, input, { ...asking, stem }, hold)
    if (held.ok && old && !isHere) await freeHold(context, old)
    return held
  },
}

/** What this guardian's phone held before. */
function oldHold(old: Hold | undefined, { by, attempt }: Hold, now: Instant): Hold | undefined {
  return old && old.until > now && old.by === by && old.attempt !== attempt ? old : undefined
}

async function holdPlaces(
  context: Context,
  input: Input,
  asking: Asking & { readonly stem: string },
  hold: Hold,
): Promise<Answer> {
  const { store, now } = context
  const { household, ids, stem } = asking
  let claimed = false
  for (let tries = 0; tries < TRIES; tries++) {
    const read = await readDay(context, input, asking)
    if (!read) return refuse({ code: 'day_not_open', date: input.date })
    const standing = ids.map((id) => read.day.reservations[id])
    const decided = await decidePlaces(context, input, asking, read)
    if (!decided.ok) {
      if (claimed) await store.households.releaseHold(household.id, hold.attempt)
      return decided
    }
    const { placements, letGo } = decided.value
    const answer = { ...careQuotesOf(decided.value, input.date), now, until: hold.until }
    // The same call again, after a lost reply: the places are kept, and no longer than was said.
    const until = standing[0]?.state === 'held' ? standing[0].until : undefined
    if (until && until > now) return accept({ ...answer, until })
    const elsewhere = claimed ? undefined : await claimHold(context, household, hold)
    if (elsewhere) return refuse({ code: 'held_elsewhere', until: elsewhere.until })
    claimed = true
    const { tariffVersion } = read.day
    const holding = { householdId: household.id, ...hold, tariffVersion, now }
    const moves = placements.map((placement) => ({
      id: bookingIdOf(stem, placement.childId),
      before: undefined,
      after: heldOf(placement, holding),
    }))
    if (await takePlaces(context, read, letGo, { moves, waits: [] })) return accept(answer)
  }
  await store.households.releaseHold(household.id, hold.attempt)
  throw new FaultError({ code: 'busy' })
}
