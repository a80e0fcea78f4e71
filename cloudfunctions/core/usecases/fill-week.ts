import { FaultError } from '../../../miniprogram/domain/fault'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { withoutLeader } from '../../../miniprogram/domain/crew'
import { sessionsOf } from '../../../miniprogram/domain/programme'
import { accept } from '../../../miniprogram/domain/result'
import type { Session } from '../../../miniprogram/domain/session'
import type { LocalDate } from '../../../miniprogram/domain/time'
import { sessionsByTimetable, sessionsMoved } from '../../../miniprogram/domain/timetable'
import type { Api } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { planGround, planSession } from './plan-session'
import { planSite } from './plan-site'

type Filled = Api['fillWeek']['output']

const TRIES = 5

/** Plans a week as another was, or by the timetable. Filling it twice fills it once. */
export const fillWeek: UseCase<'fillWeek', 'staff'> = {
  name: 'fillWeek',
  access: { for: 'staff', roles: ['operator', 'community', 'lead'] },
  async run(context, { siteId, from, to }) {
    const wanted = await wantedIn(context, siteId, from, to)
    for (let tries = 0; tries < TRIES; tries++) {
      const filled = await fill(context, siteId, to, wanted)
      if (filled === 'lost') continue
      if (filled.made > 0) await planSite(context, siteId)
      return accept(filled)
    }
    throw new FaultError({ code: 'busy' })
  },
}

async function wantedIn(
  { store }: Context,
  siteId: SiteId,
  from: LocalDate | undefined,
  to: LocalDate,
): Promise<Session[]> {
  if (from === undefined)
    return sessionsByTimetable(await store.programmes.timetable(siteId), siteId, to)
  return sessionsMoved(sessionsOf([await store.programmes.week(siteId, from)]), to)
}

async function fill(
  context: Context,
  siteId: SiteId,
  to: LocalDate,
  wanted: readonly Session[],
): Promise<Filled | 'lost'> {
  const { store } = context
  const [week, ground] = await Promise.all([
    store.programmes.week(siteId, to),
    planGround(context, siteId, to),
  ])
  const made: Session[] = []
  const left: Filled['left'] = []
  for (const session of wanted) {
    if (week.sessions[session.id]) continue
    const plan = (each: Session) =>
      planSession(context, ground, each, [...sessionsOf([week]), ...made])
    const asWanted = plan(session)
    // Who cannot lead that week leaves the session to whoever signs up for it.
    const isLeaderAway = !asWanted.ok && asWanted.refusal.code === 'not_assignable'
    const planned = isLeaderAway ? plan(withoutLeader(session)) : asWanted
    if (planned.ok) made.push(planned.value)
    else {
      const { date, span, title } = session
      left.push({ date, span, title, why: planned.refusal.code })
    }
  }
  if (made.length > 0 && !(await store.programmes.save(week, made))) return 'lost'
  return { made: made.length, left }
}
