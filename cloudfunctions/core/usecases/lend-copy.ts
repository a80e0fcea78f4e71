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
    const [copy, household, site, { held, making }] = await Promise.all([
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
    const decided = decideLoan(copy, held.length, rules, today)
    if (!decided.ok) return decided
    const wanted = { householdId, copyId, attempt, at: now }
    const place = await takePlace(context, wanted, [...held, ...making], rules.most)
    // Loans that are being made right now may still come to nothing: asked again, this one knows.
    if (!place) throw new FaultError({ code: 'busy' })
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

/** The family's loans, and places whose loan may be being made right now. Older places without a loan are left over from a crash. */
async function placesOf(
  { store, now }: Context,
  householdId: HouseholdId,
): Promise<{ held: LoanPlace[]; making: LoanPlace[] }> {
  const places = await store.loans.ofHousehold(householdId)
  const copies = await store.copies.many(places.map(({ copyId }) => copyId))
  const held: LoanPlace[] = []
  const making: LoanPlace[] = []
  for (const place of places) {
    const loan = copies.find(({ id }) => id === place.copyId)?.loan
    if (loan?.id === place.id && loan.attempt === place.attempt) held.push(place)
    else if (place.at > now - IN_FLIGHT_MS) making.push(place)
    else await store.loans.free(place)
  }
  return { held, making }
}

async function takePlace(
  { store }: Context,
  place: Omit<LoanPlace, 'id'>,
  taken: readonly LoanPlace[],
  most: number,
): Promise<LoanPlace | undefined> {
  for (let number = 0; number < most; number++) {
    const numbered = { ...place, id: loanIdOf(place.householdId, number) }
    if (taken.some(({ id }) => id === numbered.id)) continue
    if (await store.loans.take(numbered)) return numbered
  }
  return undefined
}
