import type { BookId } from '../../../miniprogram/domain/ids'
import { daysAhead, lastPlanned } from '../../../miniprogram/domain/planning'
import { accept } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { seatedSessions } from './seated-sessions'

export const showProgramme: UseCase<'showProgramme', 'anyone'> = {
  name: 'showProgramme',
  access: { for: 'anyone' },
  async run({ store, now }, { siteId }) {
    const today = dateOf(now)
    const [sessions, tariffs, days] = await Promise.all([
      store.programmes.between(siteId, today, lastPlanned(today)),
      store.sites.tariffs(siteId),
      store.days.showMany(siteId, daysAhead(today)),
    ])
    const named = [...new Set(sessions.flatMap(({ bookIds }) => bookIds))] as BookId[]
    const books = await store.books.many(named)
    return accept({
      now,
      sessions: seatedSessions(sessions, tariffs, days, now),
      books: books.map(({ id, title }) => ({ id, title })),
    })
  },
}
