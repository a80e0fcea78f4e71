import type { VolunteerId } from './ids'
import { accept, refuse, type Result } from './result'
import type { Helper, Session } from './session'
import { instantOf, type Instant } from './time'
import type { Volunteer } from './volunteer'

/** Leads the session, or helps in it. */
export const PARTS = ['lead', 'help'] as const
export type Part = (typeof PARTS)[number]

/** A leader without a name is still looked for. */
export function isLeadOpen({ leader }: Pick<Session, 'leader'>): boolean {
  return leader.name === ''
}

/** What the person does in the session; undefined: nothing. */
export function partOf(
  { leader, helpers = [] }: Pick<Session, 'leader' | 'helpers'>,
  id: VolunteerId,
): Part | undefined {
  if (leader.personId === id) return 'lead'
  return helpers.some(({ personId }) => personId === id) ? 'help' : undefined
}

/** Spots that somebody can take: nobody's, and those that are offered. */
export function openSpotsOf(session: Session): Readonly<Record<Part, number>> {
  const { leader, helpers = [], helpersWanted = 0 } = session
  return {
    lead: isLeadOpen(session) || leader.offered ? 1 : 0,
    help:
      Math.max(0, helpersWanted - helpers.length) +
      helpers.filter(({ offered }) => offered === true).length,
  }
}

export interface Taken {
  readonly session: Session
  /** Who handed the spot on; absent where it was nobody's. */
  readonly from?: VolunteerId
}

type Person = Pick<Volunteer, 'id' | 'name' | 'team'>

/** The session with the person in an open spot: nobody's first, else the first that is offered. */
export function takeSpot(session: Session, person: Person, part: Part): Result<Taken> {
  if (partOf(session, person.id)) return refuse({ code: 'already_signed_up' })
  if (openSpotsOf(session)[part] === 0) return refuse({ code: 'spot_taken' })
  const { leader, helpers = [], helpersWanted = 0 } = session
  if (part === 'lead')
    return accept({
      session: withLead(session, person),
      ...(leader.personId === undefined ? {} : { from: leader.personId }),
    })
  const mine: Helper = { personId: person.id, name: person.name }
  if (helpers.length < helpersWanted)
    return accept({ session: { ...session, helpers: [...helpers, mine] } })
  const from = helpers.find(({ offered }) => offered)?.personId
  const others = helpers.map((each) => (each.personId === from ? mine : each))
  return accept({ session: { ...session, helpers: others }, ...(from ? { from } : {}) })
}

/** Offers the person's spot to the others, or keeps it after all. Undefined: the person has none. */
export function offerSpot(
  session: Session,
  id: VolunteerId,
  offered: boolean,
): Session | undefined {
  const { leader, helpers = [] } = session
  const mark = <T extends { readonly offered?: true }>({ offered: _before, ...rest }: T) => ({
    ...rest,
    ...(offered ? { offered: true as const } : {}),
  })
  switch (partOf(session, id)) {
    case 'lead':
      return { ...session, leader: mark(leader) }
    case 'help':
      return {
        ...session,
        helpers: helpers.map((each) => (each.personId === id ? mark(each) : each)),
      }
    case undefined:
      return undefined
  }
}

/** The session without the person: the spot is open again. */
export function withoutPerson(session: Session, id: VolunteerId): Session {
  const { leader, helpers = [] } = session
  return {
    ...session,
    ...(leader.personId === id ? { leader: { name: '', role: leader.role } } : {}),
    ...(helpers.length ? { helpers: helpers.filter(({ personId }) => personId !== id) } : {}),
  }
}

/** The session as one whose leader is still looked for. */
export function withoutLeader(session: Session): Session {
  return { ...session, leader: { name: '', role: session.leader.role } }
}

export function withLead(session: Session, { id, name, team }: Person): Session {
  return { ...session, leader: { personId: id, name, role: team } }
}

/** Spots are handed on until the session begins. */
export function isOpenForCrew({ date, span, cancelled }: Session, now: Instant): boolean {
  return cancelled === undefined && now < instantOf(date, span.from)
}
