import { householdOf, type ChildId } from '../../../miniprogram/domain/ids'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { careQuotesOf } from './care-quotes'
import { decidePlaces, readDay } from './decide-places'
import { ownChildren } from './own-children'

/** The bill before booking. Reads the family and the day, takes nothing. */
export const quoteCare: UseCase<'quoteCare', 'family'> = {
  name: 'quoteCare',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { household }) {
    const children = ownChildren(household, input)
    const asking = { household, children, ids: [] }
    const read = await readDay(context, input, asking)
    if (!read) return refuse({ code: 'day_not_open', date: input.date })
    const decided = await decidePlaces(context, input, asking, read)
    return decided.ok ? accept(careQuotesOf(decided.value, input.date)) : decided
  },
}
