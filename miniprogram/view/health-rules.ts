import type { HealthRules, Illness } from '../domain/illness'
import type { FormErrors } from './form-errors'
import { degrees } from './morning-check'

export interface IllnessRow {
  readonly id: string
  readonly name: string
  readonly days: number
  readonly lookBackDays: number
  readonly wrong: string
}

export interface HealthRulesView {
  /** 37.3 */
  readonly fever: string
  readonly months: number
  readonly rows: readonly IllnessRow[]
}

export function healthRulesViewOf(rules: HealthRules, errors: FormErrors = {}): HealthRulesView {
  return {
    fever: degrees(rules.feverTenths),
    months: rules.checkUpMonths,
    rows: rules.illnesses.map((illness) => ({ ...illness, wrong: errors[illness.id] ?? '' })),
  }
}

export function rulesErrorsOf({ illnesses }: HealthRules): FormErrors {
  const wrong = illnesses.filter(({ name }) => {
    const { length } = name.trim()
    return length === 0 || length > 8
  })
  return Object.fromEntries(wrong.map(({ id }) => [id, '请写名字，最多 8 个字。']))
}

const LIMITS = {
  feverTenths: [370, 385],
  checkUpMonths: [1, 24],
  days: [0, 60],
  lookBackDays: [0, 14],
} as const

/** One step up or down, within what makes sense. */
export function stepped(field: keyof typeof LIMITS, value: number, by: number): number {
  const [least, most] = LIMITS[field]
  return Math.min(most, Math.max(least, value + by))
}

export function withIllness(
  rules: HealthRules,
  id: string,
  change: Partial<Omit<Illness, 'id'>>,
): HealthRules {
  const illnesses = rules.illnesses.map((each) => (each.id === id ? { ...each, ...change } : each))
  return { ...rules, illnesses }
}

/** A new line of the table; its id is the page's attempt, so that it stays the same while it is typed. */
export function withNewIllness(rules: HealthRules, id: string): HealthRules {
  const illness = { id, name: '', days: 3, lookBackDays: 1 }
  return { ...rules, illnesses: [...rules.illnesses, illness] }
}

export function withoutIllness(rules: HealthRules, id: string): HealthRules {
  return { ...rules, illnesses: rules.illnesses.filter((each) => each.id !== id) }
}
