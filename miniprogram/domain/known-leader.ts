import { withLead } from './crew'
import { decideAssignment } from './decide-assignment'
import { accept, type Result } from './result'
import type { Session } from './session'
import type { Volunteer } from './volunteer'

/** Whom of the point's people the session names as its leader; a typed name counts like a chosen person. */
export function knownLeaderOf(
  { leader }: Pick<Session, 'leader'>,
  volunteers: readonly Volunteer[],
): Volunteer | undefined {
  if (leader.personId !== undefined) return volunteers.find(({ id }) => id === leader.personId)
  if (leader.role === 'carer' || leader.name === '') return undefined
  return volunteers.find(({ name }) => name === leader.name)
}

/** The session under its leader's own name and team, if the leader may lead it. Carers and guests are not asked. */
export function decideLeader(
  session: Session,
  volunteers: readonly Volunteer[],
  others: readonly Session[],
): Result<Session> {
  const known = knownLeaderOf(session, volunteers)
  if (!known) return accept(session)
  const decided = decideAssignment(known, { session, part: 'lead', others })
  if (!decided.ok) return decided
  const { offered } = session.leader
  const led = withLead(session, known)
  return accept(offered ? { ...led, leader: { ...led.leader, offered } } : led)
}
