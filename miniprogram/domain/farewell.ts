import type { Farewell, Household } from './household'
import { addDays, addMonths, dateOf, type Instant, type LocalDate } from './time'

/** A child's record goes so many days after it has become too old for the point. */
export const GROWN_DAYS = 30
/** A child that still comes, to stories for older ones, keeps its record so long after each time. */
export const STILL_COMES_DAYS = 90
/** A family that has neither booked nor agreed to anything for so long is gone. */
export const AWAY_MONTHS = 12
/** So long a guardian may leave a new notice unanswered. */
export const UNANSWERED_DAYS = 60
/** A family is told so many days before anything goes. */
export const TOLD_DAYS = 14
/** Keeping for longer is asked for anew each year. */
export const KEPT_MONTHS = 12
/** No file is left unlooked at for longer. */
const REVIEW_DAYS = 180
/** Something stands in the way of an end that is due: looked at again so soon. */
const AGAIN_DAYS = 7

export interface FileFacts {
  readonly household: Pick<Household, 'children' | 'farewell' | 'keptUntil' | 'owedFen'>
  readonly today: LocalDate
  /** The family's last booking, or consent. */
  readonly lastSeen: LocalDate
  /** The age at which the point's oldest group ends. */
  readonly oldestMonths: number
  /** Since when a notice in force is unanswered; absent when all are agreed to. */
  readonly unansweredSince?: LocalDate
  /** A booking is still to come, or a bill to be paid: nothing ends before. */
  readonly isBusy: boolean
}

/** `erase`: the told end has come · `tell`: one comes, and the family is told · `keep`: nothing, until the next look. */
export type FileDecision =
  | { readonly act: 'erase'; readonly farewell: Farewell }
  | { readonly act: 'tell'; readonly farewell: Farewell }
  | { readonly act: 'keep'; readonly farewell?: Farewell; readonly reviewOn: LocalDate }

/** What becomes of a family's file on this day. Late or twice, the answer is the same. */
export function decideFile(facts: FileFacts): FileDecision {
  const { household, today, isBusy } = facts
  const told = household.farewell
  const [next] = endsOf(facts)
  if (!next) return { act: 'keep', reviewOn: addDays(today, REVIEW_DAYS) }
  const isTold =
    told?.why === next.why && told.childIds.join() === next.childIds.join() && next.on <= told.on
  if (isTold && isBusy) return { act: 'keep', farewell: told, reviewOn: addDays(today, AGAIN_DAYS) }
  if (isTold && told.on <= today) return { act: 'erase', farewell: told }
  if (isTold) return { act: 'keep', farewell: told, reviewOn: told.on }
  const tellOn = addDays(next.on, -TOLD_DAYS)
  if (tellOn > today) {
    const latest = addDays(today, REVIEW_DAYS)
    return { act: 'keep', reviewOn: tellOn < latest ? tellOn : latest }
  }
  if (isBusy) return { act: 'keep', reviewOn: addDays(today, AGAIN_DAYS) }
  const earliest = addDays(today, TOLD_DAYS)
  return { act: 'tell', farewell: { ...next, on: next.on > earliest ? next.on : earliest } }
}

/** Every end that is in sight, the nearest first. */
function endsOf(facts: FileFacts): Farewell[] {
  const { household, lastSeen, unansweredSince } = facts
  const { children, keptUntil } = household
  const all = children.map(({ id }) => id)
  const away = latest(addMonths(lastSeen, AWAY_MONTHS), keptUntil)
  const ends: Farewell[] = [
    ...grownOf(facts),
    { why: 'away', childIds: all, whole: true, on: away },
    ...(unansweredSince === undefined
      ? []
      : [
          {
            why: 'unanswered' as const,
            childIds: all,
            whole: true,
            on: addDays(unansweredSince, UNANSWERED_DAYS),
          },
        ]),
  ]
  return ends.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The children who are, or will first be, too old; with the last of them the family's file goes. */
function grownOf({ household, lastSeen, oldestMonths }: FileFacts): Farewell[] {
  const { children, keptUntil } = household
  const ends = children.map(({ id, birthDate }) => ({
    id,
    on: latest(
      addDays(addMonths(birthDate, oldestMonths), GROWN_DAYS),
      latest(addDays(lastSeen, STILL_COMES_DAYS), keptUntil),
    ),
  }))
  const first = ends.reduce<LocalDate | undefined>(
    (least, { on }) => (least === undefined || on < least ? on : least),
    undefined,
  )
  if (first === undefined) return []
  const childIds = ends.filter(({ on }) => on <= first).map(({ id }) => id)
  return [{ why: 'grown', childIds, whole: childIds.length === children.length, on: first }]
}

function latest(date: LocalDate, other: LocalDate | undefined): LocalDate {
  return other !== undefined && other > date ? other : date
}

/** When families are told that have not answered a notice of this day. */
export function tellUnansweredOn(since: LocalDate): LocalDate {
  return addDays(since, UNANSWERED_DAYS - TOLD_DAYS)
}

/** Until when a guardian keeps the file for longer, asked now. A new notice must be answered; nothing else prolongs that. */
export function keptUntilFrom(now: Instant): LocalDate {
  return addMonths(dateOf(now), KEPT_MONTHS)
}

/** Without an answer to the notices there is no ground to keep anything. */
export function mayKeep({ why }: Farewell): boolean {
  return why !== 'unanswered'
}
