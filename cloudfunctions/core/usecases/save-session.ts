import { keepsPromise } from '../../../miniprogram/domain/decide-plan'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { BookId } from '../../../miniprogram/domain/ids'
import { sessionIdOf, sessionsOf } from '../../../miniprogram/domain/programme'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { Session } from '../../../miniprogram/domain/session'
import { isInTimetable, withLine, withoutLine } from '../../../miniprogram/domain/timetable'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { knownBooks } from './known-books'
import { planGround, planSession } from './plan-session'
import { planSite } from './plan-site'
import { releaseCalledOff } from './release-called-off'

const TRIES = 5

/** Writes a session into its week and plans its day at once; what a crash leaves undone the timer does. */
export const saveSession: UseCase<'saveSession', 'staff'> = {
  name: 'saveSession',
  access: { for: 'staff', roles: ['operator', 'community', 'lead'] },
  async run(context, input) {
    const { siteId, date, attempt, session: facts, every } = input
    const id = input.sessionId ?? sessionIdOf(siteId, date, attempt.replace(/[^A-Za-z0-9-]/g, '-'))
    const session: Session = { ...facts, id, siteId, date }
    await knownBooks(context, siteId, facts.bookIds as BookId[], 'session.bookIds')
    for (let tries = 0; tries < TRIES; tries++) {
      const saved = await save(context, session, input.sessionId !== undefined)
      if (saved === 'lost') continue
      if (!saved.ok) return saved
      if (every !== undefined) await putInTimetable(context, session, every)
      await planSite(context, siteId)
      await releaseCalledOff(context, siteId)
      return accept({ sessionId: id })
    }
    throw new FaultError({ code: 'busy' })
  },
}

/** Decided against the whole week, and written only if nobody has changed the week since. */
async function save(context: Context, wanted: Session, isKnown: boolean) {
  const { store } = context
  const { siteId, date, id } = wanted
  const [week, ground, day] = await Promise.all([
    store.programmes.week(siteId, date),
    planGround(context, siteId, date),
    store.days.show(siteId, date),
  ])
  const before = week.sessions[id]
  const session = before ? withCrewOf(before, wanted) : wanted
  if (isKnown && (!before || before.cancelled)) throw new FaultError({ code: 'not_found' })
  // The same saving again, after a lost reply.
  if (before && JSON.stringify(before) === JSON.stringify(session)) return accept(session)
  const children = day?.sessions?.[id]?.children ?? 0
  if (before && children > 0 && !keepsPromise(before, session, children))
    return refuse({ code: 'session_booked', children })
  const planned = planSession(context, ground, session, sessionsOf([week]))
  if (!planned.ok) return planned
  return (await store.programmes.save(week, [planned.value])) ? planned : ('lost' as const)
}

/** Who helps stays, and a leader's wish to hand the session on while it is the same leader. */
function withCrewOf({ helpers, leader: { offered, personId } }: Session, wanted: Session): Session {
  const { leader } = wanted
  const isSame = offered === true && personId === leader.personId
  return {
    ...wanted,
    leader: isSame ? { ...leader, offered } : leader,
    ...(helpers ? { helpers } : {}),
  }
}

async function putInTimetable({ store }: Context, session: Session, every: boolean): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const timetable = await store.programmes.timetable(session.siteId)
    if (!every && !isInTimetable(timetable, session)) return
    const lines = every ? withLine(timetable, session) : withoutLine(timetable, session)
    if (await store.programmes.saveTimetable(session.siteId, timetable.rev, lines)) return
  }
  throw new FaultError({ code: 'busy' })
}
