import type { Deletion } from '../../../miniprogram/domain/deletion'
import type { Household } from '../../../miniprogram/domain/household'
import {
  drawIdOf,
  type ChildId,
  type DrawId,
  type HouseholdId,
} from '../../../miniprogram/domain/ids'
import { daysAhead } from '../../../miniprogram/domain/planning'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { freeHold } from './free-hold'
import { leaveList } from './leave-list'
import { requestIdOf } from './draw-view'
import { ownWaits } from './own-waits'

/** Counted before anything goes; a repetition after a crash finds the first count. */
export async function beginErasing(
  { store, now, hash }: Context,
  household: Household,
  {
    why,
    childIds,
    whole,
  }: Pick<Deletion, 'why'> & {
    readonly childIds: readonly ChildId[]
    readonly whole: boolean
  },
): Promise<string> {
  const { id: householdId, siteId } = household
  const [checks, notes, passes, overrides] = await Promise.all([
    store.checks.ofHousehold(householdId),
    store.notes.ofHousehold(householdId),
    store.passes.ofHousehold(householdId),
    store.overrides.ofHousehold(householdId),
  ])
  const going = new Set(childIds)
  const of = (all: readonly { readonly childId: ChildId }[]): number =>
    all.filter(({ childId }) => whole || going.has(childId)).length
  const id = hash('erase', householdId, why, ...childIds)
  await store.deletions.begin({
    id,
    siteId,
    date: dateOf(now),
    why,
    counts: {
      ...(whole ? { families: 1 } : {}),
      children: childIds.length,
      checks: of(checks),
      notes: of(notes),
      passes: of(passes),
      overrides: of(overrides),
    },
  })
  return id
}

/** Nothing is kept for a family that is going, and it waits for nothing: the timer takes no place for it any more. */
export async function leaveEverything(context: Context, household: Household): Promise<void> {
  const { id, siteId, hold } = household
  await context.store.series.erase(id)
  for (const drawId of await openDrawIds(context, siteId))
    await context.store.draws.leave(drawId, requestIdOf(context, drawId, id))
  if (hold) await freeHold(context, hold)
  for (const { date, session } of await ownWaits(context, household))
    await leaveList(context, id, { siteId, date, sessionId: session?.id })
}

/** The draws of the site's days ahead that are not done. */
export async function openDrawIds(
  { store, now }: Context,
  siteId: Household['siteId'],
): Promise<DrawId[]> {
  const days = await store.days.showMany(siteId, daysAhead(dateOf(now)))
  return days.flatMap(({ date, release = [] }) =>
    [...release.entries()]
      .filter(([, { draw }]) => draw && !draw.done)
      .map(([tranche]) => drawIdOf(siteId, date, tranche)),
  )
}

/** The family last, so that a retry finds what is left; who took its children home, before it. */
export async function eraseHousehold({ store, now }: Context, id: HouseholdId): Promise<void> {
  await store.readings.erase(id)
  await store.copies.forget(id, dateOf(now))
  await store.loans.erase(id)
  await store.notes.erase(id)
  await store.checks.erase(id)
  await store.passes.erase(id)
  await store.overrides.erase(id)
  await store.households.erase(id)
  // A note that was being written while the family was still there.
  await store.notes.erase(id)
}

/** The inbox goes with its names; who works at a site, or helps there, stays as that alone. */
export async function forgetGuardian({ store, now }: Context, openid: string): Promise<void> {
  await store.passes.release(openid, now)
  await store.messages.erase(openid)
  const [person, helping] = await Promise.all([
    store.people.get(openid),
    store.volunteers.ofAccount(openid),
  ])
  if (!person) return
  const stays = Object.keys(person.roles).length > 0 || helping.length > 0
  if (stays) await store.people.leaveHousehold(openid)
  else await store.people.erase(openid)
}
