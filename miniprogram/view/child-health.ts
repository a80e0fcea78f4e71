import { healthGapsOf, refuseExcluded, type ChildHealth } from '../domain/health'
import type { ChildId } from '../domain/ids'
import { addDays, addMonths, isLocalDate, type LocalDate } from '../domain/time'
import type { FormErrors } from './form-errors'
import { BRING, HEALTH_WORDS } from './words-health'
import { dateWords } from './when'

export interface HealthLine {
  readonly label: string
  readonly text: string
}

/** What is known of a child's dates. */
export function healthLinesOf(health: ChildHealth | undefined): HealthLine[] {
  const { checkUpUntil, vaccinatedUntil, lastHereOn, excludedUntil } = health ?? {}
  return [
    ...line('体检有效到', checkUpUntil),
    ...line('接种记录看到', vaccinatedUntil),
    ...line('在家休息', excludedUntil, ' 起可以再来'),
    ...line('上次来园', lastHereOn),
  ]
}

function line(label: string, date: LocalDate | undefined, after = ''): HealthLine[] {
  return date ? [{ label, text: `${date}${after}` }] : []
}

/** What a family brings along to a day of care; empty when nothing is missing. */
export function bringOf(health: ChildHealth | undefined, on: LocalDate): string[] {
  return healthGapsOf(health, on).map(({ what }) => BRING[what])
}

/** What the door will ask for on that day, in a sentence for the family; empty when nothing. */
export function gapNoteOf(name: string, health: ChildHealth | undefined, on: LocalDate): string {
  const gaps = healthGapsOf(health, on)
  if (gaps.length === 0) return ''
  const why = gaps.map(({ what, date }) => HEALTH_WORDS[what](date).title).join('、')
  const bring = [...new Set(bringOf(health, on))].join('、')
  return `${name}：${why}。可以先约，来的时候带${bring}，老师看过才能入园。`
}

/** The same, or that the child must stay at home. */
export function healthNoteOf(name: string, health: ChildHealth | undefined, on: LocalDate): string {
  if (refuseExcluded(health, on) && health?.excludedUntil)
    return `${name}要在家休息，${dateWords(health.excludedUntil)}起可以再来，医生证明优先。`
  return gapNoteOf(name, health, on)
}

export interface AwayFacts {
  readonly childId: ChildId
  readonly name: string
  readonly health: ChildHealth
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
}

export interface AwayRow {
  readonly id: ChildId
  readonly name: string
  /** 12 月 9 日 周三起可以再来, or that its note is awaited. */
  readonly until: string
  readonly guardians: AwayFacts['guardians']
}

export function awayRowsOf(children: readonly AwayFacts[], today: LocalDate): AwayRow[] {
  return children.map(({ childId, name, health, guardians }) => {
    const { excludedUntil } = health
    const until =
      excludedUntil && excludedUntil > today
        ? `${dateWords(excludedUntil)}起可以再来`
        : '休息的日子到了，等看返园证明'
    return { id: childId, name, until, guardians }
  })
}

export interface HealthForm {
  /** Each empty until chosen. */
  readonly checkUpOn: string
  readonly nextVaccinationOn: string
  readonly returnOn: string
}

export const HEALTH_FORM_WORDS = {
  checkUpOn: '体检的日子不能晚于今天。',
  nextVaccinationOn: '下一针的日子要在今天之后。',
  returnOn: '请选医生写的日子。',
} as const satisfies FormErrors

export function healthErrorsOf(form: HealthForm, today: LocalDate): FormErrors {
  const { checkUpOn, nextVaccinationOn, returnOn } = form
  const wrong = {
    checkUpOn: isWrong(checkUpOn, (date) => date <= today),
    nextVaccinationOn: isWrong(nextVaccinationOn, (date) => date > today),
    returnOn: isWrong(returnOn, () => true),
  }
  const fields = Object.keys(wrong) as (keyof typeof wrong)[]
  return Object.fromEntries(
    fields.filter((field) => wrong[field]).map((field) => [field, HEALTH_FORM_WORDS[field]]),
  )
}

function isWrong(text: string, fits: (date: LocalDate) => boolean): boolean {
  return text !== '' && !(isLocalDate(text) && fits(text))
}

/** How far the date wheels reach: a check-up of the last year, a vaccination or a return within two years. */
export function healthRangeOf(today: LocalDate) {
  return {
    today,
    tomorrow: addDays(today, 1),
    yearAgo: addMonths(today, -12),
    twoYears: addMonths(today, 24),
  }
}
