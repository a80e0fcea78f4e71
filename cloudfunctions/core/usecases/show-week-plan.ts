import { mondayOf, sessionsOf } from '../../../miniprogram/domain/programme'
import type { Leader, Session } from '../../../miniprogram/domain/session'
import { accept } from '../../../miniprogram/domain/result'
import type { Roster } from '../../../miniprogram/domain/roster'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { SessionId, SiteId } from '../../../miniprogram/domain/ids'
import { isInTimetable } from '../../../miniprogram/domain/timetable'
import type { Volunteer } from '../../../miniprogram/domain/volunteer'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { namedBooks } from './named-books'
import { planGround } from './plan-session'

/** A week at the desk: what is planned, how it fills, and what it is planned on. */
export const showWeekPlan: UseCase<'showWeekPlan', 'staff'> = {
  name: 'showWeekPlan',
  access: { for: 'staff', roles: ['operator', 'community', 'lead'] },
  async run(context, { siteId, monday: date }) {
    const { store, now } = context
    const monday = mondayOf(date)
    const [week, timetable, ground, roster] = await Promise.all([
      store.programmes.week(siteId, monday),
      store.programmes.timetable(siteId),
      planGround(context, siteId, monday),
      store.sites.roster(siteId),
    ])
    const sessions = sessionsOf([week])
    const [seats, books] = await Promise.all([
      seatsIn(context, siteId, ground.dates),
      namedBooks(context, sessions),
    ])
    const { site, dates, dayOf } = ground
    return accept({
      now,
      monday,
      sessions: sessions.map(({ siteId: _site, cancelled, ...session }) => {
        const { children = 0, waiting = 0, off = cancelled?.why } = seats.get(session.id) ?? {}
        const every = isInTimetable(timetable, session)
        return { ...session, children, waiting, every, ...(off === undefined ? {} : { off }) }
      }),
      days: dates.map((each) => {
        const { hours, closed } = dayOf(each)
        return { date: each, ...(hours ? { hours } : {}), ...(closed ? { closed } : {}) }
      }),
      books,
      rooms: [...(site.rooms ?? [])],
      ...(site.nap ? { nap: site.nap } : {}),
      hours: { ...site.hours },
      leaders: leadersOf([...timetable.lines, ...sessions], roster, ground.volunteers),
    })
  },
}

interface Filled {
  readonly children: number
  readonly waiting: number
  readonly off?: string
}

async function seatsIn({ store, now }: Context, siteId: SiteId, dates: readonly LocalDate[]) {
  const [days, waiting] = await Promise.all([
    store.days.showMany(siteId, dates),
    store.days.waiting(siteId, dates),
  ])
  const filled = new Map<SessionId, Filled>()
  for (const day of days)
    for (const [id, { children, off }] of Object.entries(day.sessions ?? {})) {
      const waits = Object.values(waiting.find(({ date }) => date === day.date)?.waits ?? {})
      const standing = waits.filter(({ session, offer }) => {
        return session?.id === id && (!offer || offer.until > now)
      })
      const facts = { children, waiting: standing.length }
      filled.set(id as SessionId, off === undefined ? facts : { ...facts, off })
    }
  return filled
}

/** Who has led something, then the point's vetted people, then who works here. */
function leadersOf(
  led: readonly Pick<Session, 'leader'>[],
  roster: Roster | undefined,
  volunteers: readonly Volunteer[],
): Leader[] {
  const vetted = volunteers
    .filter(({ vettedOn, endedOn }) => vettedOn !== undefined && endedOn === undefined)
    .map(({ id, name, team }): Leader => ({
      personId: id,
      name,
      role: team === 'mother' ? 'mother' : 'volunteer',
    }))
  const carers = Object.values(roster?.weekly ?? {}).flatMap((shifts) =>
    shifts.map(({ carer }): Leader => ({ name: carer, role: 'carer' })),
  )
  // A typed name counts like the person of that name.
  const isKnown = ({ personId, name }: Leader): boolean =>
    personId === undefined && vetted.some((each) => each.name === name)
  const others = led.map(({ leader }) => leader).filter((leader) => !isKnown(leader))
  const all = [...others, ...vetted, ...carers].filter(({ name }) => name !== '')
  return [...new Map(all.map((leader) => [leader.personId ?? leader.name, leader])).values()]
}
