import { quoteFor } from '../../../miniprogram/domain/bill'
import { freeCancelUntil } from '../../../miniprogram/domain/decide-cancellation'
import { decideCare } from '../../../miniprogram/domain/decide-care'
import { householdOf, type ChildId } from '../../../miniprogram/domain/ids'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { ownChildren } from './own-children'

/** The bill before booking. Reads the family and the day, takes nothing. */
export const quoteCare: UseCase<'quoteCare', 'family'> = {
  name: 'quoteCare',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run({ store, now }, input, { household }) {
    const { siteId, date, span, childIds } = input
    const children = ownChildren(household, input)
    const day = await store.days.readFor(siteId, date, childIds, [])
    if (!day) return refuse({ code: 'day_not_open', date })
    const tariff = await store.sites.tariff(siteId, day.tariffVersion)
    const decided = decideCare({ day, household, children, span, tariff, now })
    if (!decided.ok) return decided
    const { placements, bill } = decided.value
    const quotes = placements.map(({ childId, groupId }) => ({
      childId,
      groupId,
      quote: quoteFor(bill, childId),
    }))
    return accept({
      quotes: quotes,
      totalFen: bill.totalFen,
      freeCancelUntil: freeCancelUntil(date),
      lateCancelFen: tariff.lateCancelFen,
    })
  },
}
