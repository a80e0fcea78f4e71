import type { Draw } from '../../../miniprogram/domain/draw'
import type { DrawId, HouseholdId, RequestId, SiteId } from '../../../miniprogram/domain/ids'
import { drawIdOf } from '../../../miniprogram/domain/ids'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'

/** A household has one request in a draw; its number tells nobody who it is. */
export function requestIdOf(
  { hash }: Pick<Context, 'hash'>,
  drawId: DrawId,
  householdId: HouseholdId,
): RequestId {
  return hash('request', drawId, householdId) as RequestId
}

/** The day's next draw, else its last one; undefined where the day has none. */
export async function drawOf(
  { store }: Context,
  siteId: SiteId,
  date: LocalDate,
): Promise<Draw | undefined> {
  const day = await store.days.show(siteId, date)
  const drawn = [...(day?.release ?? []).entries()].filter(([, { draw }]) => draw)
  const found = drawn.find(([, { draw }]) => !draw?.done) ?? drawn[drawn.length - 1]
  return found && store.draws.get(drawIdOf(siteId, date, found[0]))
}

/** What this family may see of it: the others as numbers, the seed only once it is closed. */
export function drawViewOf(context: Context, draw: Draw | undefined, householdId: HouseholdId) {
  const { now } = context
  if (!draw) return { now }
  const { id, date, tranche, from, closesAt, commitment, state, seed, order, results } = draw
  const isClosed = state !== 'open' && order !== undefined
  const requestIds = isClosed ? [...order] : (Object.keys(draw.requests) as RequestId[])
  const requestId = requestIdOf(context, id, householdId)
  const own = draw.requests[requestId]
  return {
    now,
    draw: {
      id,
      date,
      tranche,
      from,
      closesAt,
      commitment,
      state,
      requestIds: requestIds.sort(),
      results,
      ...(isClosed ? { seed, order } : {}),
    },
    ...(requestIds.includes(requestId)
      ? { mine: { requestId, ...(own ? { childIds: own.childIds, span: own.span } : {}) } }
      : {}),
  }
}
