import type { ReservationState } from './day'
import type { GroupId } from './ids'
import { CARER_LOAD, loadOf } from './load'
import { overlaps, type Span } from './span'
import type { LocalTime } from './time'

/** A child of the day, as far as the ratio minds. */
export interface Counted {
  readonly state: ReservationState
  readonly groupId: GroupId
  readonly ageMonths: number
  readonly span: Span
  /** An adult stays with it: a head, and nobody's care. */
  readonly accompanied?: true
}

/** A group in one half hour. */
export interface GroupLoad {
  readonly children: number
  /** Of them those whose time is over and whom nobody has fetched. */
  readonly overstaying: number
  readonly carers: number
  /** Sum of the children's occupancy coefficients. */
  readonly load: number
  /** Carers that are missing; 0 when they are enough. */
  readonly missing: number
}

/** The group as it stands: the children inside, whatever they booked. */
export function loadNow(
  children: readonly Counted[],
  groupId: GroupId,
  carers: number,
  time: LocalTime,
): GroupLoad {
  const here = caredIn(children, groupId).filter(({ state }) => state === 'inside')
  return loadOfAll(here, carers, time)
}

/**
 * The group in a half hour to come, re-planned as things stand: who is booked for it, and whoever should have been
 * fetched by now and was not.
 */
export function loadNext(
  children: readonly Counted[],
  groupId: GroupId,
  carers: number,
  next: NextHalf,
): GroupLoad {
  return loadOfAll(comingOf(caredIn(children, groupId), next), carers, next.time)
}

export interface NextHalf {
  readonly half: Span
  readonly time: LocalTime
}

/** Every head of a half hour to come, with an adult or without. */
export function comingOf(children: readonly Counted[], { half, time }: NextHalf): Counted[] {
  return children.filter(
    (child) =>
      (child.state === 'inside' || child.state === 'booked') &&
      (overlaps(child.span, half) || isOverstaying(child, time)),
  )
}

function caredIn(children: readonly Counted[], groupId: GroupId): Counted[] {
  return children.filter((child) => child.groupId === groupId && !child.accompanied)
}

/** The child's time is over and it is still here. */
export function isOverstaying({ state, span }: Counted, time: LocalTime): boolean {
  return state === 'inside' && span.to <= time
}

function loadOfAll(children: readonly Counted[], carers: number, time: LocalTime): GroupLoad {
  const load = children.reduce((sum, { ageMonths }) => sum + loadOf(ageMonths), 0)
  return {
    children: children.length,
    overstaying: children.filter((child) => isOverstaying(child, time)).length,
    carers,
    load,
    missing: Math.max(0, Math.ceil(load / CARER_LOAD) - carers),
  }
}
