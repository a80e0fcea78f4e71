import type { DayBook } from './day'
import type { ChildId, SiteId } from './ids'
import { MINUTE, type Instant, type LocalDate } from './time'

/** What somebody of the staff looked at. */
export type AuditWhat = 'room' | 'scan' | 'health' | 'notes' | 'incidents' | 'exposure'

/** One read of children's health data: who, when, what, which children. Written before the answer, never changed. */
export interface AuditEntry {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly at: Instant
  readonly openid: string
  /** How the person was called then. */
  readonly name: string
  readonly what: AuditWhat
  readonly childIds: readonly ChildId[]
}

/** The same person looking at the same list again and again: one line of the operator's list. */
export interface AuditRun {
  readonly name: string
  readonly what: AuditWhat
  readonly childIds: readonly ChildId[]
  readonly from: Instant
  readonly to: Instant
  readonly count: number
}

/** Looks no further apart than this are one run. */
const ONE_RUN_MS = 30 * MINUTE

/** What a run is made of. */
export type AuditLook = Pick<AuditEntry, 'at' | 'openid' | 'name' | 'what' | 'childIds'>

/**
 * A scan shows one child's allergies and dates; its record at the door is the entry, written in the same update.
 * `openid` is the carer's key of the day; of one who is no longer known it is the name, too.
 */
export function scanLooksOf(
  { reservations }: Pick<DayBook, 'reservations'>,
  nameOf: (key: string) => string | undefined,
): AuditLook[] {
  return Object.values(reservations).flatMap(({ childId, door = {} }) =>
    Object.values(door)
      .filter(({ act }) => act !== 'undo')
      .map(({ at, by }) => ({
        at,
        openid: by,
        name: nameOf(by) ?? '已离职的老师',
        what: 'scan' as const,
        childIds: [childId],
      })),
  )
}

/** Runs of a person's looks at the same children, or of one scan after the other, the latest first. */
export function auditRunsOf(entries: readonly AuditLook[]): AuditRun[] {
  const runs: AuditRun[] = []
  const open = new Map<string, number>()
  for (const { at, name, openid, what, childIds } of [...entries].sort((a, b) => a.at - b.at)) {
    const key = [openid, what, ...(what === 'scan' ? [] : childIds)].join()
    const index = open.get(key)
    const run = index === undefined ? undefined : runs[index]
    if (run && index !== undefined && at - run.to <= ONE_RUN_MS)
      runs[index] = {
        ...run,
        to: at,
        count: run.count + 1,
        childIds: [...new Set([...run.childIds, ...childIds])],
      }
    else open.set(key, runs.push({ name, what, childIds, from: at, to: at, count: 1 }) - 1)
  }
  return runs.sort((a, b) => b.to - a.to)
}
