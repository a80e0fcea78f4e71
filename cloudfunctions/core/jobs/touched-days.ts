import type { DayBook } from '../../../miniprogram/domain/day'
import { MINUTE, later, type Instant } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { eachAlone } from './each-alone'

/** A call still at work may write its own copy; a reconciler looks again at everything this young. */
export const STILL_AT_WORK = MINUTE
/** Documents are read whole: so many at once, the rest with the next tick. */
export const AT_ONCE = 100
/** Days that nobody ever touched stand at 0. */
const FIRST_TOUCH = 1

interface Touched {
  readonly touchedAt: Instant
}

/** Works through every day that was touched since this job last looked, the longest ago first. */
export function eachTouchedDay(
  context: Context,
  job: string,
  work: (day: DayBook, since: Instant) => Promise<number>,
): Promise<number> {
  return eachTouched(context, job, context.store.days.touchedSince, work)
}

/** The same for any documents that say when they were touched. */
export async function eachTouched<Doc extends Touched>(
  context: Context,
  job: string,
  since: (from: Instant, limit: number) => Promise<readonly Doc[]>,
  work: (doc: Doc, since: Instant) => Promise<number>,
): Promise<number> {
  const { store, now } = context
  const young = later(now, -STILL_AT_WORK)
  const doneTo = Number((await store.jobs.doneTo(job)) ?? FIRST_TOUCH)
  // A clock that was set back would hide what is touched from then on.
  const from = Math.min(doneTo, young) as Instant
  const docs = await since(from, AT_ONCE)
  // Where nothing was touched the note may stay: the next look begins there, too.
  if (docs.length === 0) return 0
  const done = await eachAlone(context, docs, (doc) => work(doc, from))
  const last = docs.length === AT_ONCE ? docs[AT_ONCE - 1]?.touchedAt : undefined
  await store.jobs.done(job, Math.min(last ?? young, young))
  return done
}
