import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { drawOf, drawViewOf, requestIdOf } from './draw-view'

export const leaveDraw: UseCase<'leaveDraw', 'family'> = {
  name: 'leaveDraw',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run(context, { date }, { household }) {
    const { store } = context
    const draw = await drawOf(context, household.siteId, date)
    if (!draw) return refuse({ code: 'draw_over' })
    const left = await store.draws.leave(draw.id, requestIdOf(context, draw.id, household.id))
    if (!left) return refuse({ code: 'draw_over' })
    return accept(drawViewOf(context, await store.draws.get(draw.id), household.id))
  },
}
