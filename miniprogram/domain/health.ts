import type { ChildId } from './ids'
import type { Refusal } from './refusal'
import { addDays, addMonths, type LocalDate } from './time'

/** What a booking and the door need to know of a child's health: dates and nothing else. */
export interface ChildHealth {
  /** Date of the last check-up that staff saw. */
  readonly checkUpOn?: LocalDate
  /** The last day on which it is good. */
  readonly checkUpUntil?: LocalDate
  /** The day before the next vaccination is due. */
  readonly vaccinatedUntil?: LocalDate
  /** The first day on which the child may come again; it stands until staff have seen the doctor's note. */
  readonly excludedUntil?: LocalDate
  /** The last day on which the child was here. */
  readonly lastHereOn?: LocalDate
}

export type HealthById = Readonly<Record<ChildId, ChildHealth>>

/** After more than three months away a new check-up is due (N58; 托儿所幼儿园卫生保健工作规范, 2012). */
export const AWAY_MONTHS = 3

export type HealthWhat = 'check_up' | 'vaccination' | 'away' | 'return_note'

/** Something that keeps a child from coming in until staff have seen a paper. */
export interface HealthGap {
  readonly what: HealthWhat
  /** The last good day of a check-up or vaccination, the last day here, or the first day after an illness. */
  readonly date: LocalDate
}

/** The day on which the check-up must be repeated at the latest, the last good one. */
export function checkUpUntilOf(checkUpOn: LocalDate, months: number): LocalDate {
  return addMonths(checkUpOn, months)
}

/**
 * What the child must bring to come in on that day. Dates that nobody has written down are no gap: the tick for seen
 * papers stands for them.
 */
export function healthGapsOf(health: ChildHealth | undefined, on: LocalDate): HealthGap[] {
  const { checkUpOn, checkUpUntil, vaccinatedUntil, excludedUntil, lastHereOn } = health ?? {}
  const gaps: HealthGap[] = []
  if (excludedUntil && on >= excludedUntil) gaps.push({ what: 'return_note', date: excludedUntil })
  if (checkUpUntil && on > checkUpUntil) gaps.push({ what: 'check_up', date: checkUpUntil })
  else if (
    lastHereOn &&
    on > addMonths(lastHereOn, AWAY_MONTHS) &&
    !(checkUpOn && checkUpOn > lastHereOn)
  )
    gaps.push({ what: 'away', date: lastHereOn })
  if (vaccinatedUntil && on > vaccinatedUntil)
    gaps.push({ what: 'vaccination', date: vaccinatedUntil })
  return gaps
}

/** While a child must stay at home it can neither be booked nor come in. */
export function refuseExcluded(
  health: ChildHealth | undefined,
  on: LocalDate,
): Refusal | undefined {
  const until = health?.excludedUntil
  return until && on < until ? { code: 'child_excluded', until } : undefined
}

/** What stops a child at the door. One whose adult stays needs no paper of care; after an illness the note all the same. */
export function doorGapsOf(
  health: ChildHealth | undefined,
  on: LocalDate,
  accompanied = false,
): HealthGap[] {
  return healthGapsOf(health, on).filter(({ what }) => !accompanied || what === 'return_note')
}

/** The door's word on a child's health: at home, or a paper first. */
export function refuseHealth(
  health: ChildHealth | undefined,
  on: LocalDate,
  accompanied = false,
): Refusal | undefined {
  const excluded = refuseExcluded(health, on)
  if (excluded) return excluded
  const [gap] = doorGapsOf(health, on, accompanied)
  return gap && { code: 'health_expired', ...gap }
}

/** What staff write down after they have seen a paper. */
export interface HealthSeen {
  readonly checkUpOn?: LocalDate
  /** The date on which the next vaccination is due. */
  readonly nextVaccinationOn?: LocalDate
  /** The doctor's note: the first day on which the child may come. It wins over the illness table. */
  readonly returnOn?: LocalDate
}

/** The child's dates after that; a note whose day has come ends the exclusion. */
export function healthAfter(
  before: ChildHealth | undefined,
  seen: HealthSeen,
  facts: { readonly today: LocalDate; readonly checkUpMonths: number },
): ChildHealth {
  const { checkUpOn, nextVaccinationOn, returnOn } = seen
  const { excludedUntil, ...rest } = before ?? {}
  const excluded = returnOn === undefined ? excludedUntil : after(returnOn, facts.today)
  return {
    ...rest,
    ...(checkUpOn
      ? { checkUpOn, checkUpUntil: checkUpUntilOf(checkUpOn, facts.checkUpMonths) }
      : {}),
    ...(nextVaccinationOn ? { vaccinatedUntil: addDays(nextVaccinationOn, -1) } : {}),
    ...(excluded ? { excludedUntil: excluded } : {}),
  }
}

function after(returnOn: LocalDate, today: LocalDate): LocalDate | undefined {
  return returnOn > today ? returnOn : undefined
}
