import { keptUntilFrom, mayKeep } from '../../../miniprogram/domain/farewell'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** For who wants to come back: a year more, asked for anew each time. Without an answer to the notices there is no ground for it. */
export const keepFile: UseCase<'keepFile', 'family'> = {
  name: 'keepFile',
  access: { for: 'family', of: ({ householdId }) => householdId },
  async run({ store, now }, { householdId }, { household }) {
    const { farewell } = household
    if (farewell && !mayKeep(farewell))
      return refuse({ code: 'consent_renew', notices: ['guardian', 'children'] })
    const keptUntil = keptUntilFrom(now)
    await store.familyFiles.keepUntil(householdId, keptUntil)
    return accept({ keptUntil })
  },
}
