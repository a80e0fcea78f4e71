import { addDays, type LocalDate } from './time'

/** One line of a site's illness table: how long a child with this suspicion stays at home. */
export interface Illness {
  readonly id: string
  readonly name: string
  /** Whole days at home; 1 means that the child may come on the next day. 0 to 60. */
  readonly days: number
  /** Days before it showed on which others may have caught it, 0 to 14. */
  readonly lookBackDays: number
}

/** What a site decides about health; the operator or lead edits it. */
export interface HealthRules {
  /** From this armpit temperature on a child goes home, in tenths of a degree: 373 is 37.3 °C. */
  readonly feverTenths: number
  /** So many months a check-up is good for. */
  readonly checkUpMonths: number
  readonly illnesses: readonly Illness[]
}

/** The line that a fever without another suspicion stands for. */
export const FEVER = 'fever'

/**
 * Where a new site starts. A check-up every six months is 卫生部's code of 2012 for ages 1 to 3 (托儿所幼儿园卫生保健
 * 工作规范); guides disagree about the days of each illness, so they are the site's own data and a doctor's note wins.
 */
export const STANDARD_HEALTH: HealthRules = {
  feverTenths: 373,
  checkUpMonths: 6,
  illnesses: [
    { id: FEVER, name: '发热', days: 2, lookBackDays: 0 },
    { id: 'hand-foot-mouth', name: '手足口病', days: 14, lookBackDays: 2 },
    { id: 'chickenpox', name: '水痘', days: 21, lookBackDays: 2 },
    { id: 'influenza', name: '流感', days: 7, lookBackDays: 1 },
    { id: 'diarrhoea', name: '感染性腹泻', days: 3, lookBackDays: 1 },
    { id: 'red-eye', name: '急性结膜炎', days: 10, lookBackDays: 1 },
    { id: 'rash', name: '不明皮疹', days: 2, lookBackDays: 0 },
  ],
}

/** The first day on which the child may come again. */
export function returnDateOf({ days }: Pick<Illness, 'days'>, foundOn: LocalDate): LocalDate {
  return addDays(foundOn, days)
}
