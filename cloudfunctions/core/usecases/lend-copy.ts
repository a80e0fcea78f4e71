import { FaultError } from '../../../miniprogram/domain/fault'
import type { HouseholdId } from '../../../miniprogram/domain/ids'
import { LOAN_RULES, decideLoan, loanIdOf } from '../../../miniprogram/domain/loan'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { LENDING_ROLES } from '../../../miniprogram/domain/role'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import type { LoanPlace } from '../store/copies'

/**
 * The family's place first, its number being an id, then the copy in one conditional update: neither can be had twice.
 * What a crash leaves is a place without its copy, which the next loan finds.
 */
export const lendCopy: UseCase<'lendCopy', 'staff'> = {
  name: 'lendCopy',
  access: { for: 'staff', roles: LENDING_ROLES },
  async run(context, { siteId, copyId, householdId, attempt }, { person }) {
    const { store, now } = context
    const [copy, household, site, places] = await Promise.all([
      store.copies.get(copyId),
      store.households.get(householdId),
      store.sites.get(siteId),
      placesOf(context, householdId),
    ])
    if (copy?.siteId !== siteId) return refuse({ code: 'copy_unknown' })
    if (household?.siteId !== siteId) throw new FaultError({ code: 'not_found' })
    const same = copy.loan?.attempt === attempt && copy.loan.householdId === householdId
    if (copy.loan && same) return accept({ dueOn: copy.loan.dueOn })
    const rules = site?.loans ?? LOAN_RULES
    const today = dateOf(now)
    const decided = decideLoan(copy, places.length, rules, today)
    if (!decided.ok) return decided
    const wanted = { householdId, copyId, attempt, at: now }
    const place = await takePlace(context, wanted, places, rules.most)
    if (!place) return refuse({ code: 'loans_full', most: rules.most })
    const { dueOn } = decided.value
    const { id } = place
    const loan = { id, householdId, lentOn: today, dueOn, by: person.name, attempt }
    if (await store.copies.lend(copyId, loan)) return accept({ dueOn })
    await store.loans.free(place)
    const taken = await store.copies.get(copyId)
    return refuse({ code: 'copy_lent', dueOn: taken?.loan?.dueOn ?? dueOn })
  },
}

/** No loan takes longer to be made. */
const IN_FLIGHT_MS = 60_000

/** A place whose copy has another loan is left over from a crash, unless its loan is being made right now. */
async function placesOf({ store, now }: Context, householdId: HouseholdId): Promise<LoanPlace[]> {
  const places = await store.loans.ofHousehold(householdId)
  const copies = await store.copies.many(places.map(({ copyId }) => copyId))
  const held: LoanPlace[] = []
  for (const place of places) {
    const loan = copies.find(({ id }) => id === place.copyId)?.loan
    const isOurs = loan?.id === place.id && loan.attempt === place.attempt
    if (isOurs || place.at > now - IN_FLIGHT_MS) held.push(place)
    else await store.loans.free(place)
  }
  return held
}

async function takePlace(
  { store }: Context,
  place: Omit<LoanPlace, 'id'>,
  held: readonly LoanPlace[],
  most: number,
): Promise<LoanPlace | undefined> {
  for (let number = 0; number < most; number++) {
    const numbered = { ...place, id: loanIdOf(place.householdId, number) }
    if (held.some(({ id }) => id === numbered.id)) continue
    if (await store.loans.take(numbered)) return numbered
  }
  return undefined
}
