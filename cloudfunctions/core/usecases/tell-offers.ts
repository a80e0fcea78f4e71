import type { DayBook } from '../../../miniprogram/domain/day'
import type { DayChange } from '../../../miniprogram/domain/day-change'
import { offerMessage } from '../../../miniprogram/domain/message'
import type { Wait } from '../../../miniprogram/domain/wait'
import type { Context } from '../kernel/context'
import { tellFamily } from './tell-family'

/** Askings that this change answered. */
export function offersIn({ waits }: DayChange): Wait[] {
  return waits.flatMap(({ after }) => (after?.offer ? [after] : []))
}

/** Tells the families for whom places are kept now; each offer is told once, however often. */
export async function tellOffers(
  context: Context,
  { siteId, date }: Pick<DayBook, 'siteId' | 'date'>,
  waits: readonly Wait[],
): Promise<void> {
  if (waits.length === 0) return
  const { store } = context
  const [site, households] = await Promise.all([
    store.sites.get(siteId),
    store.households.many(waits.map(({ householdId }) => householdId)),
  ])
  for (const { id, householdId, childIds, offer, session } of waits) {
    const household = households.find((each) => each.id === householdId)
    if (!site || !household || !offer) continue
    const childNames = childIds.map(
      (childId) => household.children.find((child) => child.id === childId)?.name ?? '',
    )
    const care = { childNames, date, span: offer.span, ...(session ? { session } : {}) }
    const message = offerMessage(care, offer.until)
    await tellFamily(context, site, household, { key: `offer_${id}`, message })
  }
}
