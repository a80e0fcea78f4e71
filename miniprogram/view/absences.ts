import { ABSENCE_LIMIT, COUNTED_DAYS, LIMITED_DAYS, type AppealReason } from '../domain/absence'
import type { LocalDate } from '../domain/time'
import { dateWords } from './when'

export const REASON_WORDS: Readonly<Record<AppealReason, string>> = {
  ill: '孩子病了',
  urgent: '家里有急事',
  called: '提前打过电话',
  was_there: '当时来了',
}

/** What the functions tell of a family's absences. */
export interface AbsenceFacts {
  readonly absences: readonly {
    readonly date: LocalDate
    readonly counts: boolean
    readonly mayAppeal: boolean
    readonly appeal?: { readonly reason: AppealReason }
    readonly answer?: { readonly lifted: boolean; readonly by: string }
  }[]
  readonly limitedUntil?: LocalDate
}

export interface AbsencePage {
  readonly rule: string
  /** Empty while the family may book. */
  readonly limited: string
  readonly rows: readonly AbsenceRow[]
}

export interface AbsenceRow {
  readonly date: LocalDate
  readonly title: string
  readonly state: string
  readonly counts: boolean
  readonly mayAppeal: boolean
}

export function absencePageOf({ absences, limitedUntil }: AbsenceFacts): AbsencePage {
  return {
    rule: `约了没有来，${COUNTED_DAYS} 天内满 ${ABSENCE_LIMIT} 次，会停约 ${LIMITED_DAYS} 天。提前取消就不算。`,
    limited: limitedUntil ? `${dateWords(limitedUntil)}起可以再约。` : '',
    rows: absences.map((absence) => ({
      date: absence.date,
      title: dateWords(absence.date),
      state: absenceState(absence),
      counts: absence.counts,
      mayAppeal: absence.mayAppeal,
    })),
  }
}

/** What became of a day on which nobody came. */
export function absenceState({ counts, appeal, answer }: AbsenceFacts['absences'][number]): string {
  if (answer) return answer.lifted ? `${answer.by}看过，不算` : `${answer.by}看过，仍然算`
  if (appeal) return `已申诉：${REASON_WORDS[appeal.reason]}，等老师答复`
  return counts ? '算一次' : '过了很久，不算了'
}

/** An appeal on the desk of whoever answers it. */
export interface AppealFacts {
  readonly householdId: string
  readonly date: LocalDate
  readonly reason: AppealReason
  readonly children: readonly string[]
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
  readonly counted: number
}

export interface AppealRow {
  readonly id: string
  readonly title: string
  readonly reason: string
  readonly counted: string
  readonly guardians: AppealFacts['guardians']
}

export function appealRowOf(appeal: AppealFacts): AppealRow {
  const { householdId, date, reason, children, guardians, counted } = appeal
  return {
    id: `${householdId} ${date}`,
    title: `${children.join('、')} · ${dateWords(date)}`,
    reason: REASON_WORDS[reason],
    counted: `近 ${COUNTED_DAYS} 天算 ${counted} 次。选“不算”，当天的费用也免去`,
    guardians,
  }
}
