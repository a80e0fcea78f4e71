import type { Hold } from '../../../miniprogram/domain/hold'
import type { Context } from '../kernel/context'
import { changeDay } from './change-day'
import { lettingGo } from './decide-places'

/** Lets the places go that are only held; booked ones stay. */
export async function freeHold(
  context: Context,
  { siteId, date, ids }: Pick<Hold, 'siteId' | 'date' | 'ids'>,
): Promise<void> {
  await changeDay(context, { siteId, date }, ids, (day) => {
    const change = lettingGo(day, ids)
    return change.moves.length > 0 ? change : undefined
  })
}
