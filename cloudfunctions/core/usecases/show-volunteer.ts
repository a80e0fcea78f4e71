import {
  isLeadOpen,
  isOpenForCrew,
  openSpotsOf,
  partOf,
  type Part,
} from '../../../miniprogram/domain/crew'
import { assignmentProblemsOf } from '../../../miniprogram/domain/decide-assignment'
import { lastPlanned } from '../../../miniprogram/domain/planning'
import { accept } from '../../../miniprogram/domain/result'
import { minutesSum } from '../../../miniprogram/domain/service-hours'
import type { Session } from '../../../miniprogram/domain/session'
import { dateOf, type LocalDate } from '../../../miniprogram/domain/time'
import type { Volunteer } from '../../../miniprogram/domain/volunteer'
import type { UseCase } from '../kernel/use-case'
import { volunteerIdOf } from './own-volunteer'

/** The caller as one of the point's people, and the sessions ahead. Others are names, nothing more. */
export const showVolunteer: UseCase<'showVolunteer', 'anyone'> = {
  name: 'showVolunteer',
  access: { for: 'anyone' },
  async run(context, { siteId }, { openid }) {
    const { store, now } = context
    const id = volunteerIdOf(context, siteId, openid)
    const today = dateOf(now)
    const year = today.slice(0, 4)
    const [volunteer, sessions, entries] = await Promise.all([
      store.volunteers.get(id),
      store.programmes.between(siteId, today, lastPlanned(today)),
      store.serviceHours.ofPerson(id, `${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate),
    ])
    if (!volunteer) return accept({ now, sessions: [], minutes: 0 })
    const ahead = sessions.filter((session) => isOpenForCrew(session, now))
    return accept({
      now,
      volunteer,
      sessions: ahead.map((session) => crewView(session, volunteer, ahead)),
      minutes: minutesSum(entries),
    })
  },
}

function crewView(session: Session, volunteer: Volunteer, others: readonly Session[]) {
  const { id, date, span, service, title, language, leader, helpers = [] } = session
  const mine = partOf(session, volunteer.id)
  const open = openSpotsOf(session)
  const spot = (part: Part) => ({
    open: open[part],
    problems: assignmentProblemsOf(volunteer, { session, part, others }),
  })
  const offered =
    mine === 'lead'
      ? leader.offered === true
      : helpers.some((each) => each.personId === volunteer.id && each.offered === true)
  return {
    id,
    date,
    span,
    service,
    title,
    language,
    offered,
    leader: isLeadOpen(session) ? '' : leader.name,
    helpers: helpers.map(({ name }) => name),
    ...(mine ? { mine } : {}),
    lead: spot('lead'),
    help: spot('help'),
  }
}
