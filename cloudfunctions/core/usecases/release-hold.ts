import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { freeHold } from './free-hold'

/** The guardian left the bill. Only the hold of this very page is let go, never a newer one. */
export const releaseHold: UseCase<'releaseHold', 'family'> = {
  name: 'releaseHold',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run(context, { attempt }, { openid, household }) {
    const { id, hold } = household
    if (!hold || hold.attempt !== attempt || hold.by !== openid) return accept({ released: false })
    await freeHold(context, hold)
    await context.store.households.releaseHold(id, attempt)
    return accept({ released: true })
  },
}
