import type { Child } from '../../../miniprogram/domain/child'
import { drawOrder, type Draw, type DrawRequest } from '../../../miniprogram/domain/draw'
import type { RequestId } from '../../../miniprogram/domain/ids'
import { bookedMessage, lostDrawMessage } from '../../../miniprogram/domain/message'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { bookPlaces } from '../usecases/book-places'
import { tellDecided } from '../usecases/tell-decided'
import { eachAlone } from './each-alone'

const AT_ONCE = 20

/**
 * Closes draws whose time has come and hands out their places in the drawn order. Each request's bookings have their
 * own fixed ids and its result is written once, so that a run that died goes on where it stopped.
 */
export const runDraws: Job = {
  name: 'runDraws',
  async run(context) {
    const due = await context.store.draws.due(context.now, AT_ONCE)
    return eachAlone(context, due, (draw) => run(context, draw))
  },
}

async function run(context: Context, draw: Draw): Promise<number> {
  const { store } = context
  const requestIds = Object.keys(draw.requests) as RequestId[]
  const order = draw.order ?? drawOrder(draw.seed, requestIds)
  // A request came at the last moment: the next tick counts it too.
  if (draw.state === 'open' && !(await store.draws.close(draw, order))) return 0
  let handled = 0
  for (const requestId of order) {
    const request = draw.requests[requestId]
    if (!request || draw.results[requestId]) continue
    await handOut(context, draw, requestId, request)
    handled++
  }
  await store.days.drawn(draw.siteId, draw.date, draw.tranche)
  await store.draws.finish(draw.id)
  return handled
}

async function handOut(
  context: Context,
  { id, siteId, date, tranche }: Draw,
  requestId: RequestId,
  request: DrawRequest,
): Promise<void> {
  const { store, hash } = context
  const { span, seenTotalFen, openid } = request
  const household = await store.households.get(request.householdId)
  if (!household) {
    await store.draws.record(id, requestId, 'draw_over')
    return
  }
  const children = request.childIds.flatMap((childId): Child[] =>
    household.children.filter((child) => child.id === childId),
  )
  const booked = await bookPlaces(
    context,
    { siteId, date, span, seenTotalFen, orLess: true, tranche },
    { household, children, attempt: hash('draw', id, requestId) },
  )
  await store.draws.record(id, requestId, booked.ok ? 'booked' : booked.refusal.code)
  const bookingId = booked.ok ? (booked.value[0]?.id ?? '') : ''
  const care = { childNames: children.map(({ name }) => name), date, span, bookingId }
  const message = booked.ok ? bookedMessage(care, seenTotalFen) : lostDrawMessage(care)
  await tellDecided(context, { key: `draw_${id}_${requestId}`, openid, siteId, message })
}
