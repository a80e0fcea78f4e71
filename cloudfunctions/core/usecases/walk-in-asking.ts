import { FaultError } from '../../../miniprogram/domain/fault'
import {
  householdOf,
  type BookingId,
  type ChildId,
  type SiteId,
} from '../../../miniprogram/domain/ids'
import type { Span } from '../../../miniprogram/domain/span'
import { instantOf, later, type LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Asking } from './decide-places'
import { ownChildren } from './own-children'

/** The registered child that stands at the door, with its family; of another site it is not found. */
export async function walkInChild(
  { store }: Context,
  siteId: SiteId,
  childId: ChildId,
): Promise<Pick<Asking, 'household' | 'children'>> {
  const household = await store.households.get(householdOf(childId))
  if (!household) throw new FaultError({ code: 'not_found' })
  return { household, children: ownChildren(household, { siteId, childIds: [childId] }) }
}

/** The rules of every booking, as if asked just before the half hour that has begun. */
export function walkInAsking(
  child: Pick<Asking, 'household' | 'children'>,
  date: LocalDate,
  span: Span,
  ids: readonly BookingId[],
): Asking {
  return { ...child, ids, asOf: later(instantOf(date, span.from), -1) }
}
