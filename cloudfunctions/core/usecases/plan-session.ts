import { decidePlan } from '../../../miniprogram/domain/decide-plan'
import { planDay, type DayPlan } from '../../../miniprogram/domain/day'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { decideLeader, knownLeaderOf } from '../../../miniprogram/domain/known-leader'
import type { Result } from '../../../miniprogram/domain/result'
import type { Session } from '../../../miniprogram/domain/session'
import type { Site } from '../../../miniprogram/domain/site'
import type { Volunteer } from '../../../miniprogram/domain/volunteer'
import { addDays, type LocalDate } from '../../../miniprogram/domain/time'
import { mondayOf } from '../../../miniprogram/domain/programme'
import type { Context } from '../kernel/context'

/** What a week's sessions are planned on: site, hours, closures, holidays. */
export interface PlanGround {
  readonly site: Site
  readonly dates: readonly LocalDate[]
  /** Of whom a leader is asked for vetting, certificate, skill and time. */
  readonly volunteers: readonly Volunteer[]
  readonly dayOf: (date: LocalDate) => ReturnType<typeof planDay>
}

export async function planGround(
  { store, calendarOf }: Context,
  siteId: SiteId,
  date: LocalDate,
): Promise<PlanGround> {
  const [site, roster, volunteers] = await Promise.all([
    store.sites.get(siteId),
    store.sites.roster(siteId),
    store.volunteers.ofSite(siteId),
  ])
  if (!site || !roster) throw new FaultError({ code: 'not_found' })
  const monday = mondayOf(date)
  const dates = Array.from({ length: 7 }, (_, n) => addDays(monday, n))
  const calendar = calendarOf(dates)
  const plan: Omit<DayPlan, 'date'> = {
    site,
    shifts: [],
    closures: roster.closures,
    tariffVersion: '',
    calendar,
  }
  return { site, dates, volunteers, dayOf: (each) => planDay({ ...plan, date: each }) }
}

/** The one place that says whether a session may be planned: where it is, when, and with whom. */
export function planSession(
  { now }: Context,
  { site, dayOf, volunteers }: PlanGround,
  session: Session,
  others: readonly Session[],
): Result<Session> {
  const { rooms = [], nap } = site
  if (!rooms.some(({ id }) => id === session.room)) throw wrong('session.room')
  if (session.fromMonths >= session.toMonths) throw wrong('session.toMonths')
  const { leader, date } = session
  if (leader.personId !== undefined && !knownLeaderOf(session, volunteers))
    throw wrong('session.leader')
  const planned = decidePlan({ session, day: dayOf(date), others, rooms, nap, now })
  return planned.ok ? decideLeader(session, volunteers, others) : planned
}

function wrong(path: string): FaultError {
  return new FaultError({ code: 'invalid_input', fields: [{ path, why: 'wrong' }] })
}
