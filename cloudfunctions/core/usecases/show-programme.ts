import { lastPlanned } from '../../../miniprogram/domain/planning'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { pricedSessions } from './priced-sessions'

export const showProgramme: UseCase<'showProgramme', 'anyone'> = {
  name: 'showProgramme',
  access: { for: 'anyone' },
  async run({ store, now }, { siteId }) {
    const today = dateOf(now)
    const [sessions, tariffs] = await Promise.all([
      store.programmes.between(siteId, today, lastPlanned(today)),
      store.sites.tariffs(siteId),
    ])
    return accept({ now, sessions: pricedSessions(sessions, tariffs) })
  },
}
