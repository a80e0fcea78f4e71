import type { HealthWhat } from './health'
import type { NoticeName } from './household'
import type { BookId } from './ids'
import type { Quote } from './price'
import type { Span } from './span'
import type { Limit } from './places'
import type { SeatLimit } from './seats'
import type { ChangeWhat } from './setting-change'
import type { SettingProblem } from './setting-problems'
import type { TariffProblem } from './tariff-problems'
import type { Month } from './month'
import type { Instant, LocalDate, LocalTime } from './time'
import type { AssignmentProblem } from './volunteer'

/** Every "no" of the rules, with what is needed to say why and what next. A closed union: `view/words.ts` has words for each. */
export type Refusal =
  // booking
  | { readonly code: 'day_not_open'; readonly date: LocalDate }
  | { readonly code: 'day_closed'; readonly date: LocalDate; readonly why: string }
  | { readonly code: 'span_off_grid' }
  | { readonly code: 'span_too_short'; readonly minimumMinutes: number }
  | { readonly code: 'span_too_long'; readonly maximumMinutes: number }
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
  /** `urgent`: only the last tranche will have room. */
  | { readonly code: 'not_released'; readonly opensAt: Instant; readonly urgent?: true }
  | { readonly code: 'draw_pending'; readonly from: Instant; readonly closesAt: Instant }
  | { readonly code: 'draw_over' }
  | {
      readonly code: 'share_used'
      readonly leftMinutes: number
      /** From when urgent places may be booked whatever the share; absent where there are none. */
      readonly urgentAt?: Instant
    }
  | { readonly code: 'series_partly_full'; readonly dates: readonly LocalDate[] }
  | { readonly code: 'price_changed'; readonly quotes: readonly Quote[]; readonly totalFen: number }
  | { readonly code: 'papers_first' }
  | { readonly code: 'held_elsewhere'; readonly until: Instant }
  | { readonly code: 'limited_by_absences'; readonly until: LocalDate }
  | { readonly code: 'unpaid_bills'; readonly owedFen: number; readonly mostFen: number }
  // sessions
  | { readonly code: 'session_off'; readonly why: string }
  | { readonly code: 'class_full'; readonly limit: SeatLimit; readonly places: number }
  | { readonly code: 'other_age'; readonly fromMonths: number; readonly toMonths: number }
  | { readonly code: 'seat_free' }
  | { readonly code: 'already_waiting_here' }
  // the programme
  | {
      readonly code: 'room_taken'
      readonly room: string
      readonly by: string
      readonly span: Span
    }
  | {
      readonly code: 'leader_busy'
      readonly leader: string
      readonly by: string
      readonly span: Span
    }
  | { readonly code: 'nap_time'; readonly nap: Span }
  | { readonly code: 'session_booked'; readonly children: number }
  | { readonly code: 'week_changed' }
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
  | { readonly code: 'consent_renew'; readonly notices: readonly NoticeName[] }
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
  // the plan
  | { readonly code: 'carer_twice'; readonly carer: string; readonly spans: readonly [Span, Span] }
  | { readonly code: 'hours_exclude_bookings'; readonly bookings: readonly NamedBooking[] }
  | { readonly code: 'bookings_changed'; readonly bookings: number }
  | { readonly code: 'plan_changed' }
  // what the site decides
  | {
      readonly code: 'setting_changed'
      readonly byName: string
      readonly changedAt: Instant
      /** With this number the same saving would overwrite the other. */
      readonly edition: number
    }
  | { readonly code: 'setting_wrong'; readonly problems: readonly SettingProblem[] }
  | { readonly code: 'group_in_use'; readonly bookings: readonly NamedBooking[] }
  | { readonly code: 'group_has_carers'; readonly carers: readonly string[] }
  | { readonly code: 'not_undoable'; readonly what: ChangeWhat }
  | { readonly code: 'change_superseded' }
  | { readonly code: 'undo_blocked'; readonly bookings: readonly NamedBooking[] }
  | { readonly code: 'last_operator' }
  // the desk
  | { readonly code: 'tariff_wrong'; readonly problems: readonly TariffProblem[] }
  | { readonly code: 'bill_settled' }
  | { readonly code: 'bill_changed'; readonly dueFen: number }
  | { readonly code: 'correction_too_large'; readonly mostFen: number }
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
  | { readonly code: 'nothing_to_undo' }
  // picking up
  | { readonly code: 'pass_own' }
  | { readonly code: 'pass_taken' }
  | { readonly code: 'pass_revoked'; readonly since?: LocalTime }
  | { readonly code: 'pass_other_opener' }
  | { readonly code: 'pass_unconfirmed' }
  | { readonly code: 'pass_unknown' }
  | { readonly code: 'pass_only_out' }
  | { readonly code: 'passes_full'; readonly most: number }
  | { readonly code: 'second_carer_needed' }
  | { readonly code: 'override_agreed' }
  | { readonly code: 'override_over' }
  // picture books
  | { readonly code: 'book_known'; readonly title: string; readonly bookId: BookId }
  | { readonly code: 'cover_too_large' }
  | { readonly code: 'cover_not_picture' }
  | { readonly code: 'copy_unknown' }
  | { readonly code: 'copy_lent'; readonly dueOn: LocalDate }
  | { readonly code: 'loans_full'; readonly most: number }
  | { readonly code: 'loan_renewed'; readonly dueOn: LocalDate }
  | { readonly code: 'loan_late'; readonly dueOn: LocalDate }
  // volunteers
  | {
      readonly code: 'not_assignable'
      readonly name: string
      readonly problems: readonly AssignmentProblem[]
    }
  | { readonly code: 'already_signed_up' }
  | { readonly code: 'spot_taken' }
  | { readonly code: 'crew_closed' }
  | { readonly code: 'duty_not_over'; readonly to: LocalTime }
  | { readonly code: 'hours_changed'; readonly minutes: number }
  | { readonly code: 'why_needed' }
  | { readonly code: 'profile_changed' }
  // figures
  | { readonly code: 'no_figures'; readonly month: Month }
  // notices
  | { readonly code: 'nobody_to_tell' }
  | { readonly code: 'notice_gone' }
  | { readonly code: 'closed_already' }

/** A booking as staff call it: whose, and when. */
export interface NamedBooking {
  readonly name: string
  readonly date: LocalDate
  readonly span: Span
}

export type RefusalCode = Refusal['code']
