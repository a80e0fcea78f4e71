import { daysAhead, lastPlanned } from '../../../miniprogram/domain/planning'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { namedBooks } from './named-books'
import { seatedSessions } from './seated-sessions'

export const showProgramme: UseCase<'showProgramme', 'anyone'> = {
  name: 'showProgramme',
  access: { for: 'anyone' },
  async run(context, { siteId }) {
    const { store, now } = context
    const today = dateOf(now)
    const [sessions, tariffs, days] = await Promise.all([
      store.programmes.between(siteId, today, lastPlanned(today)),
      store.sites.tariffs(siteId),
      store.days.showMany(siteId, daysAhead(today)),
    ])
    return accept({
      now,
      sessions: seatedSessions(sessions, tariffs, days, now),
      books: await namedBooks(context, sessions),
    })
  },
}
