import type { BookingId } from '../domain/ids'
import type { Limit } from '../domain/places'
import type { Span } from '../domain/span'
import { dateOf, type Instant, type LocalDate, type LocalTime } from '../domain/time'
import { clock, dateWords, momentWords, spanWords, todayWord } from './when'

/** A booking that no longer fits, as `listExcess` gives it. */
export interface ExcessBooking {
  readonly bookingId: BookingId
  readonly date: LocalDate
  readonly span: Span
  readonly name: string
  readonly groupName: string
  readonly bookedAt: Instant
  readonly at: LocalTime
  readonly limit: Limit
  readonly carers: number
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
}

export interface ExcessDay {
  readonly date: LocalDate
  readonly title: string
  readonly rows: readonly ExcessRow[]
}

export interface ExcessRow {
  readonly id: BookingId
  /** 1 is asked first. */
  readonly order: number
  readonly name: string
  readonly when: string
  /** 10:00 起，托大班只有 1 位老师 */
  readonly why: string
  readonly booked: string
  readonly guardians: ExcessBooking['guardians']
  /** What the family is told when the point cancels; at most 20 characters. */
  readonly reason: string
  readonly ask: string
}

/** Day by day, and within a day in the order in which families are asked. */
export function excessDaysOf(bookings: readonly ExcessBooking[], now: Instant): ExcessDay[] {
  const dates = [...new Set(bookings.map(({ date }) => date))]
  return dates.map((date) => ({
    date,
    title: [todayWord(date, dateOf(now)), dateWords(date)].filter(Boolean).join(' · '),
    rows: bookings.filter((each) => each.date === date).map(rowOf),
  }))
}

function rowOf(booking: ExcessBooking, index: number): ExcessRow {
  const { bookingId, name, span, groupName, bookedAt, guardians, limit } = booking
  const when = spanWords(span)
  return {
    id: bookingId,
    order: index + 1,
    name,
    when: `${when} · ${groupName}`,
    why: whyOf(booking),
    booked: `${momentWords(bookedAt)} 约的`,
    guardians,
    reason: REASONS[limit],
    ask: `${name} ${when} 会取消，不收费。家长会收到消息：“${REASONS[limit]}”。建议先打个电话。`,
  }
}

function whyOf({ at, limit, groupName, carers }: ExcessBooking): string {
  const from = `${clock(at)} 起，`
  if (limit === 'closed') return `${from}不开放了`
  if (limit === 'room') return `${from}教室位置不够`
  if (limit === 'group') return `${from}${groupName}人数超了`
  return carers === 0 ? `${from}${groupName}没有老师` : `${from}${groupName}只有 ${carers} 位老师`
}

const REASONS: Readonly<Record<Limit, string>> = {
  closed: '这段时间不开放了',
  carers: '老师请假，人手不够',
  group: '班里人数调整',
  room: '教室位置调整',
}
