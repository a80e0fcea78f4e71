import type { Child } from '../domain/child'
import { fen } from '../domain/money'
import { dateOf, daysBetween, instantOf, timeOf, type Instant } from '../domain/time'
import type { Booking } from './booking'
import { yuan } from './money'
import { clock, dayWord, monthDay, spanWords, weekdayWord } from './when'
import { childInitial } from './initial'

export type BookingTone = 'coming' | 'inside' | 'past' | 'cancelled'

/** A booking as a sentence on a card. */
export interface BookingCard {
  readonly id: string
  readonly initial: string
  /** 小雨 · 明天 周四 */
  readonly title: string
  /** 9:00–11:00 · 临时看护, or 周四 9:00–11:00 under a date */
  readonly detail: string
  /** 已预约 · ¥27 */
  readonly state: string
  readonly tone: BookingTone
  /** Its QR still opens the door. */
  readonly hasTicket: boolean
  readonly aria: string
}

export function bookingCardOf(
  booking: Booking,
  children: readonly Child[],
  now: Instant,
): BookingCard {
  const name = childNameOf(booking, children)
  const { state, tone } = bookingStateOf(booking, now)
  const { near, far } = nearDay(booking, now)
  const title = `${name} · ${near}`
  const time = spanWords(booking.span)
  const what = booking.session ? `《${booking.session.title}》` : '临时看护'
  const detail =
    far && !booking.session ? `${far} ${time}` : `${far ? `${far} ` : ''}${time} · ${what}`
  const price = priceWords(booking, tone)
  return {
    id: booking.id,
    initial: childInitial(name),
    title,
    detail,
    state: price ? `${state} · ${price}` : state,
    tone,
    hasTicket: tone === 'coming' || tone === 'inside',
    aria: `${title}，${detail}，${state}`,
  }
}

/** What it costs, or cost; nothing where nobody has decided it: a child who did not come. */
function priceWords({ state, cancelFen = fen(0), quote }: Booking, tone: BookingTone): string {
  if (state === 'cancelled' || state === 'missed')
    return cancelFen === 0 ? '不收费' : `收 ${yuan(cancelFen)}`
  return state === 'booked' && tone === 'past' ? '' : yuan(quote.totalFen)
}

export function bookingStateOf(
  booking: Booking,
  now: Instant,
): { state: string; tone: BookingTone } {
  if (booking.state === 'cancelled') return { state: '已取消', tone: 'cancelled' }
  if (booking.state === 'gone') return { state: `${at(booking.outAt)}已离园`, tone: 'past' }
  if (booking.state === 'missed') return { state: '没有来', tone: 'past' }
  if (booking.state === 'inside') return { state: `${at(booking.inAt)}已入园`, tone: 'inside' }
  return instantOf(booking.date, booking.span.to) <= now
    ? { state: '没有来', tone: 'past' }
    : { state: '已预约', tone: 'coming' }
}

export interface BookingSections {
  readonly coming: readonly BookingCard[]
  readonly past: readonly BookingCard[]
}

/** What is still to come, the next first; then what was, the latest first. */
export function bookingSectionsOf(
  bookings: readonly Booking[],
  children: readonly Child[],
  now: Instant,
): BookingSections {
  const coming = bookings
    .filter((booking) => isComing(booking, now))
    .sort((a, b) => startOf(a) - startOf(b))
  const past = bookings
    .filter((booking) => !isComing(booking, now))
    .sort((a, b) => startOf(b) - startOf(a))
  return {
    coming: coming.map((booking) => bookingCardOf(booking, children, now)),
    past: past.map((booking) => bookingCardOf(booking, children, now)),
  }
}

function startOf({ date, span }: Booking): Instant {
  return instantOf(date, span.from)
}

function isComing(booking: Booking, now: Instant): boolean {
  return ['coming', 'inside'].includes(bookingStateOf(booking, now).tone)
}

/** A child who was removed from the file keeps no name on old bookings. */
export function childNameOf(booking: Booking, children: readonly Child[]): string {
  return children.find((child) => child.id === booking.childId)?.name ?? '孩子'
}

/** 今天, 明天 周四, 周五; beyond a week and in the past the date, with the weekday before the time. */
function nearDay({ date }: Booking, now: Instant): { near: string; far: string } {
  const today = dateOf(now)
  const days = daysBetween(today, date)
  if (days < 0 || days > 6) return { near: monthDay(date), far: weekdayWord(date) }
  return { near: days === 1 ? `明天 ${weekdayWord(date)}` : dayWord(date, today), far: '' }
}

function at(instant: Instant | undefined): string {
  return instant === undefined ? '' : `${clock(timeOf(instant))} `
}
