import { householdOf, type ChildId } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { careQuotesOf } from './care-quotes'
import { dateOfSession, decideSeats, readSessionDay } from './decide-seats'
import { ownChildren } from './own-children'

/** The bill before booking a session. Takes nothing. */
export const quoteSession: UseCase<'quoteSession', 'family'> = {
  name: 'quoteSession',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { household }) {
    const asking = { household, children: ownChildren(household, input), ids: [] }
    const read = await readSessionDay(context, input, asking)
    if (!read.ok) return read
    const decided = await decideSeats(context, input, asking, read.value)
    return decided.ok ? accept(careQuotesOf(decided.value, dateOfSession(input))) : decided
  },
}
