import { decideCare } from '../../../miniprogram/domain/decide-care'
import { nextDrawOf } from '../../../miniprogram/domain/draw'
import { drawIdOf, householdOf, type ChildId } from '../../../miniprogram/domain/ids'
import { opened } from '../../../miniprogram/domain/release'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { drawViewOf, requestIdOf } from './draw-view'
import { ownChildren } from './own-children'

/** Asks for places of the day's next drawn tranche: decided as if it were open, taken only by the draw. */
export const joinDraw: UseCase<'joinDraw', 'family'> = {
  name: 'joinDraw',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { openid, household }) {
    const { store, now } = context
    const { siteId, date, span, childIds, seenTotalFen, accepted } = input
    const children = ownChildren(household, input)
    // A family on trial holds one booking; what a draw would give it is not known beforehand.
    if (!household.papers) return refuse({ code: 'papers_first' })
    const day = await store.days.readFor(siteId, date, childIds, [])
    if (!day) return refuse({ code: 'day_not_open', date })
    const next = nextDrawOf(day)
    if (!next?.[1].draw) return refuse({ code: 'draw_over' })
    const [tranche, { opensAt: closesAt, draw }] = next
    if (now < draw.from) return refuse({ code: 'draw_pending', from: draw.from, closesAt })
    if (now >= closesAt) return refuse({ code: 'draw_over' })

    const tariff = await store.sites.tariff(siteId, day.tariffVersion)
    const then = opened(day, tranche)
    const decided = decideCare({ day: then, household, children, span, tariff, now })
    if (!decided.ok) return decided
    const { bill } = decided.value
    if (bill.totalFen !== seenTotalFen)
      return refuse({
        code: 'price_changed',
        quotes: bill.quotes.map(({ quote }) => quote),
        totalFen: bill.totalFen,
      })
    const id = drawIdOf(siteId, date, tranche)
    const request = {
      householdId: household.id,
      childIds: children.map((child) => child.id),
      span,
      seenTotalFen,
      openid,
      askedAt: now,
    }
    const joined = await store.draws.join(id, requestIdOf(context, id, household.id), request)
    if (!joined) return refuse({ code: 'draw_over' })
    if (accepted.length > 0) await store.people.addCredits(openid, accepted)
    return accept(drawViewOf(context, await store.draws.get(id), household.id))
  },
}
