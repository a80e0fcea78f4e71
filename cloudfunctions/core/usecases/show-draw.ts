import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { drawOf, drawViewOf } from './draw-view'

/** A day's draw: before it what is fixed, after it all that is needed to recompute it. */
export const showDraw: UseCase<'showDraw', 'family'> = {
  name: 'showDraw',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run(context, { date }, { household }) {
    const draw = await drawOf(context, household.siteId, date)
    return accept(drawViewOf(context, draw, household.id))
  },
}
