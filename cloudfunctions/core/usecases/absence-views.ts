import {
  countedAbsences,
  decideAppeal,
  limitedUntil,
  type Absences,
} from '../../../miniprogram/domain/absence'
import { dateOf, type Instant, type LocalDate } from '../../../miniprogram/domain/time'
import type { AbsenceView } from '../contract/absences'

export function absenceViewsOf(absences: Absences | undefined, now: Instant): AbsenceView[] {
  const today = dateOf(now)
  const counted = countedAbsences(absences, today)
  const dates = Object.keys(absences ?? {}) as LocalDate[]
  return dates
    .sort((a, b) => b.localeCompare(a))
    .map((date) => {
      const { appeal, answer } = absences?.[date] ?? {}
      return {
        date,
        counts: counted.includes(date),
        mayAppeal: !appeal && decideAppeal(absences, date, today).ok,
        ...(appeal ? { appeal } : {}),
        ...(answer ? { answer } : {}),
      }
    })
}

/** What the family sees: its absences and what they keep it from. */
export function absencesShown(absences: Absences | undefined, now: Instant) {
  const until = limitedUntil(absences, dateOf(now))
  return {
    now,
    absences: absenceViewsOf(absences, now),
    ...(until ? { limitedUntil: until } : {}),
  }
}
