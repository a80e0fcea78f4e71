import { wordsOf, type Detail } from '../../miniprogram/view/words'
import type { BookId } from '../../miniprogram/domain/ids'
import { instantOf, localDate, localTime, type Instant } from '../../miniprogram/domain/time'
import type { Month } from '../../miniprogram/domain/month'
import { fen } from '../../miniprogram/domain/money'

const from = localTime('09:00')
const to = localTime('11:00')
const date = localDate('2026-11-26')

/** One of each: a code that is missing here does not compile. */
const DETAILS: { readonly [Code in Detail['code']]: Extract<Detail, { code: Code }> } = {
  day_not_open: { code: 'day_not_open', date },
  day_closed: { code: 'day_closed', date, why: 'weekly' },
  span_off_grid: { code: 'span_off_grid' },
  span_too_short: { code: 'span_too_short', minimumMinutes: 60 },
  outside_hours: { code: 'outside_hours', hours: { from, to } },
  half_hour_closed: { code: 'half_hour_closed', at: from, why: 'story' },
  span_past: { code: 'span_past' },
  child_too_young: { code: 'child_too_young', fromMonths: 18, fromDate: date },
  child_too_old: { code: 'child_too_old', toMonths: 36 },
  not_assignable: {
    code: 'not_assignable',
    name: '阿May',
    problems: [
      { why: 'not_vetted' },
      { why: 'ended' },
      { why: 'certificate' },
      { why: 'certificate', until: date },
      { why: 'skill', anyOf: ['early', 'science'] },
      { why: 'language', language: 'english' },
      { why: 'clash', title: '下雨天', span: { from, to } },
      { why: 'not_available' },
    ],
  },
  already_signed_up: { code: 'already_signed_up' },
  spot_taken: { code: 'spot_taken' },
  crew_closed: { code: 'crew_closed' },
  duty_not_over: { code: 'duty_not_over', to },
  hours_changed: { code: 'hours_changed', minutes: 45 },
  why_needed: { code: 'why_needed' },
  profile_changed: { code: 'profile_changed' },
  no_figures: { code: 'no_figures', month: '2026-11' as Month },
  child_already_booked: { code: 'child_already_booked', at: from },
  session_full: { code: 'session_full', at: from, limit: 'carers', nearest: [{ from, to }] },
  span_too_long: { code: 'span_too_long', maximumMinutes: 540 },
  not_released: { code: 'not_released', opensAt: instantOf(date, from) },
  draw_pending: {
    code: 'draw_pending',
    from: instantOf(date, from),
    closesAt: instantOf(date, to),
  },
  series_partly_full: { code: 'series_partly_full', dates: [date] },
  draw_over: { code: 'draw_over' },
  share_used: { code: 'share_used', leftMinutes: 0, urgentAt: instantOf(date, from) },
  price_changed: { code: 'price_changed', quotes: [], totalFen: fen(2700) },
  papers_first: { code: 'papers_first' },
  held_elsewhere: { code: 'held_elsewhere', until: instantOf(date, from) },
  limited_by_absences: { code: 'limited_by_absences', until: date },
  already_waiting: { code: 'already_waiting', within: { from, to } },
  place_free: { code: 'place_free', span: { from, to } },
  offer_over: { code: 'offer_over' },
  not_shorter: { code: 'not_shorter' },
  not_counted: { code: 'not_counted' },
  session_off: { code: 'session_off', why: '阿May 病了' },
  class_full: { code: 'class_full', limit: 'carers', places: 8 },
  other_age: { code: 'other_age', fromMonths: 18, toMonths: 36 },
  seat_free: { code: 'seat_free' },
  already_waiting_here: { code: 'already_waiting_here' },
  room_taken: { code: 'room_taken', room: '绘本角', by: '月亮睡了吗', span: { from, to } },
  leader_busy: { code: 'leader_busy', leader: '阿May', by: '月亮睡了吗', span: { from, to } },
  nap_time: { code: 'nap_time', nap: { from, to } },
  session_booked: { code: 'session_booked', children: 3 },
  week_changed: { code: 'week_changed' },
  unpaid_bills: { code: 'unpaid_bills', owedFen: 35_000, mostFen: 30_000 },
  already_cancelled: { code: 'already_cancelled' },
  already_started: { code: 'already_started' },
  consent_needed: { code: 'consent_needed' },
  setting_changed: {
    code: 'setting_changed',
    byName: '何经理',
    changedAt: 0 as Instant,
    edition: 2,
  },
  setting_wrong: { code: 'setting_wrong', problems: [{ field: 'sum', why: 'sum' }] },
  group_in_use: { code: 'group_in_use', bookings: [] },
  group_has_carers: { code: 'group_has_carers', carers: ['陈老师'] },
  not_undoable: { code: 'not_undoable', what: 'tariff' },
  change_superseded: { code: 'change_superseded' },
  undo_blocked: { code: 'undo_blocked', bookings: [] },
  last_operator: { code: 'last_operator' },
  consent_renew: { code: 'consent_renew', notices: ['children'] },
  already_registered: { code: 'already_registered' },
  children_full: { code: 'children_full', most: 5 },
  children_inside: { code: 'children_inside' },
  invitation_used: { code: 'invitation_used' },
  invitation_expired: { code: 'invitation_expired' },
  ticket_unreadable: { code: 'ticket_unreadable' },
  ticket_forged: { code: 'ticket_forged' },
  ticket_other_site: { code: 'ticket_other_site' },
  ticket_other_day: { code: 'ticket_other_day', date },
  ticket_early: { code: 'ticket_early', from },
  ticket_over: { code: 'ticket_over', to },
  ticket_unknown: { code: 'ticket_unknown' },
  place_given_up: { code: 'place_given_up', since: from },
  already_inside: { code: 'already_inside', since: from },
  not_inside: { code: 'not_inside' },
  nothing_to_undo: { code: 'nothing_to_undo' },
  pass_own: { code: 'pass_own' },
  pass_taken: { code: 'pass_taken' },
  pass_revoked: { code: 'pass_revoked', since: from },
  pass_other_opener: { code: 'pass_other_opener' },
  pass_unconfirmed: { code: 'pass_unconfirmed' },
  pass_unknown: { code: 'pass_unknown' },
  pass_only_out: { code: 'pass_only_out' },
  passes_full: { code: 'passes_full', most: 3 },
  second_carer_needed: { code: 'second_carer_needed' },
  override_agreed: { code: 'override_agreed' },
  override_over: { code: 'override_over' },
  already_gone: { code: 'already_gone', since: to },
  carer_twice: {
    code: 'carer_twice',
    carer: '陈老师',
    spans: [
      { from, to },
      { from, to },
    ],
  },
  hours_exclude_bookings: {
    code: 'hours_exclude_bookings',
    bookings: [{ name: '小雨', date, span: { from, to } }],
  },
  bookings_changed: { code: 'bookings_changed', bookings: 3 },
  plan_changed: { code: 'plan_changed' },
  tariff_wrong: { code: 'tariff_wrong', problems: [{ field: 'hourFen', why: 'negative' }] },
  bill_settled: { code: 'bill_settled' },
  bill_changed: { code: 'bill_changed', dueFen: 3500 },
  correction_too_large: { code: 'correction_too_large', mostFen: 3500 },
  child_excluded: { code: 'child_excluded', until: date },
  health_expired: { code: 'health_expired', what: 'check_up', date },
  illness_needed: { code: 'illness_needed' },
  authority_needed: { code: 'authority_needed' },
  not_here_today: { code: 'not_here_today' },
  site_code_wrong: { code: 'site_code_wrong' },
  already_on_duty: { code: 'already_on_duty', since: from },
  not_on_duty: { code: 'not_on_duty' },
  book_known: { code: 'book_known', title: '橘猫找家', bookId: 'yucun_1' as BookId },
  cover_too_large: { code: 'cover_too_large' },
  cover_not_picture: { code: 'cover_not_picture' },
  copy_unknown: { code: 'copy_unknown' },
  copy_lent: { code: 'copy_lent', dueOn: date },
  loans_full: { code: 'loans_full', most: 3 },
  loan_renewed: { code: 'loan_renewed', dueOn: date },
  loan_late: { code: 'loan_late', dueOn: date },
  nobody_to_tell: { code: 'nobody_to_tell' },
  notice_gone: { code: 'notice_gone' },
  closed_already: { code: 'closed_already' },
  signed_out: { code: 'signed_out' },
  forbidden: { code: 'forbidden' },
  not_found: { code: 'not_found' },
  invalid_input: { code: 'invalid_input', fields: [] },
  busy: { code: 'busy' },
  defect: { code: 'defect' },
  offline: { code: 'offline' },
}

test.each(Object.values(DETAILS))('$code has a title, a sentence and a short button', (detail) => {
  const { title, text, next } = wordsOf(detail)
  expect(title).toMatch(/\p{Script=Han}/u)
  expect(text).toMatch(/。|）$/u)
  expect(`${title}${text}`).not.toMatch(/undefined|NaN|\[object/)
  // WeChat cuts a dialog's button after four characters.
  expect((next?.label ?? '').length).toBeLessThanOrEqual(4)
})

test('a full span names the nearest free ones', () => {
  expect(wordsOf(DETAILS.session_full)).toMatchObject({
    text: expect.stringContaining('9:00–11:00'),
    next: { act: 'pick_other_time' },
  })
  expect(wordsOf({ ...DETAILS.session_full, nearest: [] }).next?.act).toBe('pick_other_day')
})

test('a child that is too young hears from when on it may come', () => {
  expect(wordsOf(DETAILS.child_too_young).text).toContain('满 18 个月的孩子，11 月 26 日 周四起')
})
