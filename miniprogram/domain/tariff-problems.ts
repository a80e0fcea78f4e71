import { byDate, tariffOn, type CancelStep, type Tariff } from './tariff'
import { minutesOf, type LocalDate } from './time'

/** A new version as its author writes it. */
export type TariffDraft = Omit<Tariff, 'siteId' | 'savedAt'>

/** What is wrong with a draft, and in which field: `hourFen`, `classes.early.materialFen`, `cancelSteps.1`. */
export interface TariffProblem {
  readonly field: string
  readonly why: TariffWhy
}

export type TariffWhy =
  /** An amount or a time below nothing. */
  | 'negative'
  /** A share that is not from 0 to 100. */
  | 'percent'
  /** Billed time that is no whole step. */
  | 'step'
  /** The name belongs to another version. */
  | 'taken'
  /** The day has begun, or is over. */
  | 'too_soon'
  /** Days, or the time before the first step, would have no price. */
  | 'gap'
  /** Two prices for the same day, or for the same moment. */
  | 'overlap'
  /** A step before the one that it should follow. */
  | 'order'
  /** Cancelling later must not cost less. */
  | 'falling'

export interface TariffsBefore {
  readonly tariffs: readonly Tariff[]
  readonly today: LocalDate
  /** The last day that is planned: it has its price already. */
  readonly plannedTo: LocalDate
}

/** Everything that keeps a draft from being saved; the page shows it beside the fields, the function refuses with it. */
export function tariffProblems(draft: TariffDraft, before: TariffsBefore): TariffProblem[] {
  return [
    ...nameProblems(draft, before),
    ...dateProblems(draft, before),
    ...amountProblems(draft),
    ...timeProblems(draft),
    ...cancelProblems(draft),
  ]
}

function nameProblems({ version }: TariffDraft, { tariffs }: TariffsBefore): TariffProblem[] {
  const taken = tariffs.some((tariff) => tariff.version === version)
  return taken ? [{ field: 'version', why: 'taken' }] : []
}

function dateProblems({ from }: TariffDraft, before: TariffsBefore): TariffProblem[] {
  const { tariffs, today, plannedTo } = before
  const inForce = tariffOn(tariffs, today)
  if (from < today || (inForce && from === today)) return [{ field: 'from', why: 'too_soon' }]
  if (!inForce && from > today) return [{ field: 'from', why: 'gap' }]
  // Days that are planned have the version of that date; one that no day has yet may be replaced.
  const twice = from <= plannedTo && byDate(tariffs).some((tariff) => tariff.from === from)
  return twice ? [{ field: 'from', why: 'overlap' }] : []
}

function amountProblems(draft: TariffDraft): TariffProblem[] {
  const { classes, meal, dayCapFen = 0 } = draft
  const amounts: Record<string, number> = {
    hourFen: draft.hourFen,
    marketHourFen: draft.marketHourFen,
    dayCapFen,
    'meal.fen': meal?.fen ?? 0,
    lateQuarterFen: draft.lateQuarterFen,
    lateCancelFen: draft.lateCancelFen,
    unpaidMostFen: draft.unpaidMostFen,
    freeMinutes: draft.freeMinutes,
    graceMinutes: draft.graceMinutes,
  }
  for (const [service, { hourFen, materialFen }] of Object.entries(classes)) {
    amounts[`classes.${service}.hourFen`] = hourFen
    amounts[`classes.${service}.materialFen`] = materialFen
  }
  const percents = ['residentPercent', 'siblingPercent'] as const
  return [
    ...where(amounts, (amount) => amount < 0).map((field) => problem(field, 'negative')),
    ...percents
      .filter((field) => draft[field] < 0 || draft[field] > 100)
      .map((field) => problem(field, 'percent')),
  ]
}

function timeProblems({ stepMinutes, minimumMinutes }: TariffDraft): TariffProblem[] {
  if (stepMinutes < 15 || 60 % stepMinutes !== 0) return [problem('stepMinutes', 'step')]
  const whole = minimumMinutes >= stepMinutes && minimumMinutes % stepMinutes === 0
  return whole ? [] : [problem('minimumMinutes', 'step')]
}

function cancelProblems({ cancelSteps, lateCancelFen }: TariffDraft): TariffProblem[] {
  const [first] = cancelSteps
  if (!first || first.fen !== 0) return [problem('cancelSteps.0', 'gap')]
  return cancelSteps.flatMap((step, index) => {
    const field = `cancelSteps.${index}`
    const last = cancelSteps[index - 1]
    if (step.daysBefore < 0) return [problem(field, 'negative')]
    const next = cancelSteps[index + 1]?.fen ?? lateCancelFen
    const falling = step.fen > next ? [problem(field, 'falling')] : []
    if (!last || momentOf(last) < momentOf(step)) return falling
    return [problem(field, momentOf(last) === momentOf(step) ? 'overlap' : 'order'), ...falling]
  })
}

/** Minutes from the midnight on which the day of care begins. */
function momentOf({ daysBefore, time }: CancelStep): number {
  return minutesOf(time) - daysBefore * 24 * 60
}

function where(
  amounts: Readonly<Record<string, number>>,
  is: (amount: number) => boolean,
): string[] {
  return Object.entries(amounts)
    .filter(([, amount]) => is(amount))
    .map(([field]) => field)
}

function problem(field: string, why: TariffWhy): TariffProblem {
  return { field, why }
}
