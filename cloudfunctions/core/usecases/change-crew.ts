import {
  isOpenForCrew,
  partOf,
  withLead,
  withoutLeader,
  withoutPerson,
  type Part,
} from '../../../miniprogram/domain/crew'
import { decideAssignment } from '../../../miniprogram/domain/decide-assignment'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse, type Result } from '../../../miniprogram/domain/result'
import type { Session } from '../../../miniprogram/domain/session'
import type { Volunteer } from '../../../miniprogram/domain/volunteer'
import type { InputOf } from '../contract/api'
import type { UseCase } from '../kernel/use-case'
import { changeSession } from './change-session'

/** The desk fills and clears spots; whom the rules keep out, it cannot put in either. */
export const changeCrew: UseCase<'changeCrew', 'staff'> = {
  name: 'changeCrew',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run(context, { siteId, sessionId, change }) {
    const volunteer =
      change.to === 'put' ? await context.store.volunteers.get(change.volunteerId) : undefined
    if (change.to === 'put' && volunteer?.siteId !== siteId)
      throw new FaultError({ code: 'not_found' })
    const decided = await changeSession(context, { siteId, sessionId }, (session, others) =>
      isOpenForCrew(session, context.now)
        ? changed(session, change, { volunteer, others })
        : refuse({ code: 'crew_closed' }),
    )
    return decided.ok ? accept({}) : decided
  },
}

interface Known {
  readonly volunteer: Volunteer | undefined
  readonly others: readonly Session[]
}

function changed(
  session: Session,
  change: InputOf<'changeCrew'>['change'],
  { volunteer, others }: Known,
): Result<{ readonly session: Session }> {
  switch (change.to) {
    case 'want':
      return accept({ session: { ...session, helpersWanted: change.helpers } })
    case 'open':
      return accept({ session: withoutLeader(session) })
    case 'remove':
      return accept({ session: withoutPerson(session, change.volunteerId) })
    case 'put':
      return volunteer
        ? put(session, volunteer, { part: change.part, others })
        : accept({ session })
  }
}

function put(
  session: Session,
  volunteer: Volunteer,
  { part, others }: { readonly part: Part; readonly others: readonly Session[] },
): Result<{ readonly session: Session }> {
  const decided = decideAssignment(volunteer, { session, part, others })
  if (!decided.ok) return decided
  if (partOf(session, volunteer.id) === part) return accept({ session })
  const without = withoutPerson(session, volunteer.id)
  if (part === 'lead') return accept({ session: withLead(without, volunteer) })
  const helpers = [...(without.helpers ?? []), { personId: volunteer.id, name: volunteer.name }]
  const helpersWanted = Math.max(session.helpersWanted ?? 0, helpers.length)
  return accept({ session: { ...without, helpers, helpersWanted } })
}
