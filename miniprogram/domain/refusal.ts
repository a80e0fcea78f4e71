import type { HealthWhat } from './health'
import type { Quote } from './price'
import type { Span } from './span'
import type { Limit } from './places'
import type { Instant, LocalDate, LocalTime } from './time'

/** Every "no" of the rules, with what is needed to say why and what next. A closed union: `view/words.ts` has words for each. */
export type Refusal =
  // booking
  | { readonly code: 'day_not_open'; readonly date: LocalDate }
  | { readonly code: 'day_closed'; readonly date: LocalDate; readonly why: string }
  | { readonly code: 'span_off_grid' }
  | { readonly code: 'span_too_short'; readonly minimumMinutes: number }
  | { readonly code: 'outside_hours'; readonly hours: Span }
  | { readonly code: 'half_hour_closed'; readonly at: LocalTime; readonly why: string }
  | { readonly code: 'span_past' }
  | { readonly code: 'child_too_young'; readonly fromMonths: number; readonly fromDate: LocalDate }
  | { readonly code: 'child_too_old'; readonly toMonths: number }
  | { readonly code: 'child_already_booked'; readonly at: LocalTime }
  | {
      readonly code: 'session_full'
      readonly at: LocalTime
      readonly limit: Limit
      readonly nearest: readonly Span[]
    }
  | { readonly code: 'price_changed'; readonly quotes: readonly Quote[]; readonly totalFen: number }
  | { readonly code: 'papers_first' }
  | { readonly code: 'held_elsewhere'; readonly until: Instant }
  | { readonly code: 'limited_by_absences'; readonly until: LocalDate }
  // waiting
  | { readonly code: 'already_waiting'; readonly within: Span }
  | { readonly code: 'place_free'; readonly span: Span }
  | { readonly code: 'offer_over' }
  // changing one's mind
  | { readonly code: 'already_cancelled' }
  | { readonly code: 'already_started' }
  | { readonly code: 'not_shorter' }
  | { readonly code: 'not_counted' }
  // registration
  | { readonly code: 'consent_needed' }
  | { readonly code: 'already_registered' }
  | { readonly code: 'children_full'; readonly most: number }
  | { readonly code: 'children_inside' }
  // invitations
  | { readonly code: 'invitation_used' }
  | { readonly code: 'invitation_expired' }
  // the door
  | { readonly code: 'ticket_unreadable' }
  | { readonly code: 'ticket_forged' }
  | { readonly code: 'ticket_other_site' }
  | { readonly code: 'ticket_other_day'; readonly date: LocalDate }
  | { readonly code: 'ticket_early'; readonly from: LocalTime }
  | { readonly code: 'ticket_over'; readonly to: LocalTime }
  | { readonly code: 'ticket_unknown' }
  | { readonly code: 'place_given_up'; readonly since: LocalTime }
  | { readonly code: 'already_inside'; readonly since: LocalTime }
  | { readonly code: 'not_inside' }
  | { readonly code: 'already_gone'; readonly since: LocalTime }
  // health
  | { readonly code: 'child_excluded'; readonly until: LocalDate }
  | { readonly code: 'health_expired'; readonly what: HealthWhat; readonly date: LocalDate }
  | { readonly code: 'illness_needed' }
  | { readonly code: 'authority_needed' }
  | { readonly code: 'not_here_today' }
  // carers on duty
  | { readonly code: 'site_code_wrong' }
  | { readonly code: 'already_on_duty'; readonly since: LocalTime }
  | { readonly code: 'not_on_duty' }
  // notices
  | { readonly code: 'nobody_to_tell' }

export type RefusalCode = Refusal['code']
