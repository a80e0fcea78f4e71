import { FaultError } from '../../../miniprogram/domain/fault'
import { sessionDateOf } from '../../../miniprogram/domain/programme'
import { accept } from '../../../miniprogram/domain/result'
import { BOOK_ROLES } from '../../../miniprogram/domain/role'
import type { UseCase } from '../kernel/use-case'
import { knownBooks } from './known-books'

/** How often a lost race with another change of the week is tried anew. */
const TRIES = 5

/** The books of a session, whoever plans it: also carers know what will be read. */
export const nameBooks: UseCase<'nameBooks', 'staff'> = {
  name: 'nameBooks',
  access: { for: 'staff', roles: BOOK_ROLES },
  async run(context, { siteId, sessionId, ...input }) {
    const { store } = context
    const bookIds = [...new Set(input.bookIds)]
    await knownBooks(context, siteId, bookIds, 'bookIds')
    const date = sessionDateOf(sessionId)
    if (!date) throw new FaultError({ code: 'not_found' })
    for (let tries = 0; tries < TRIES; tries++) {
      const week = await store.programmes.week(siteId, date)
      const session = week.sessions[sessionId]
      if (!session || session.cancelled) throw new FaultError({ code: 'not_found' })
      if (await store.programmes.save(week, [{ ...session, bookIds }])) return accept({ bookIds })
    }
    throw new FaultError({ code: 'busy' })
  },
}
