import type { GroupId } from './ids'
import { accept, refuse, type Result } from './result'
import { timeOf, type Instant } from './time'

/** A carer in the room, by her own scan of the code on the wall. */
export interface Duty {
  readonly name: string
  readonly groupId: GroupId
  readonly inAt: Instant
  readonly outAt?: Instant
}

/** Carers of a day by a key that is no openid. */
export type Duties = Readonly<Record<string, Duty>>

export type DutyAct = 'start' | 'end'

/** A carer comes once and goes once; she may come again after she went, or change her group by coming again. */
export function decideDuty(
  before: Duty | undefined,
  ask: { readonly act: DutyAct; readonly name: string; readonly groupId: GroupId },
  now: Instant,
): Result<Duty> {
  const here = before !== undefined && before.outAt === undefined
  if (ask.act === 'end')
    return here ? accept({ ...before, outAt: now }) : refuse({ code: 'not_on_duty' })
  if (here && before.groupId === ask.groupId)
    return refuse({ code: 'already_on_duty', since: timeOf(before.inAt) })
  const inAt = here ? before.inAt : now
  return accept({ name: ask.name, groupId: ask.groupId, inAt })
}

/** How many carers are in each group. */
export function carersIn(
  here: readonly { readonly groupId: GroupId }[],
): Readonly<Record<GroupId, number>> {
  const counts: Record<GroupId, number> = {}
  for (const { groupId } of here) counts[groupId] = (counts[groupId] ?? 0) + 1
  return counts
}
