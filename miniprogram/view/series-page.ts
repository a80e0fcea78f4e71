import type { Child } from '../domain/child'
import type { Fen } from '../domain/money'
import type { Series as StoredSeries } from '../domain/series'
import { dateOf, type Instant, type LocalDate } from '../domain/time'
import type { Booking } from './booking'
import { bookingStateOf } from './booking-card'
import { yuan } from './money'
import { foreseenWords, weekdaysWords, type SeriesLine } from './series-words'
import { dateWords, spanWords } from './when'

/** A repeating booking as its own family gets it. */
export type Series = Omit<StoredSeries, 'householdId' | 'openid' | 'nextAt' | 'rev'>

export interface SeriesFacts {
  readonly series: Series
  readonly bookings: readonly Booking[]
  readonly cancelFeeFen?: Fen
}

export interface SeriesPageView {
  /** 每周二、周四 9:00–11:00 */
  readonly title: string
  readonly who: string
  readonly sum: string
  readonly days: readonly SeriesLine[]
  readonly cancel: { readonly label: string; readonly ask: string; readonly feeFen: Fen } | null
}

export interface SeriesCard {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly aria: string
}

export function seriesPageOf(
  { series, bookings, cancelFeeFen }: SeriesFacts,
  children: readonly Child[],
  now: Instant,
): SeriesPageView {
  const dates = Object.keys(series.days).sort() as LocalDate[]
  return {
    title: seriesTitle(series),
    who: seriesWho(series, children),
    sum: `${seriesSum(series)} · 每次 ${yuan(series.seenTotalFen)}`,
    days: dates.map((date) => ({
      date,
      when: dateWords(date),
      ...dayOf(series, bookings, date, now),
    })),
    cancel: cancelFeeFen === undefined ? null : cancelOf(series, bookings, cancelFeeFen, now),
  }
}

/** Those of which something is still to come. */
export function seriesCardsOf(
  series: readonly Series[],
  children: readonly Child[],
  now: Instant,
): SeriesCard[] {
  const today = dateOf(now)
  const isAhead = ({ days, state }: Series): boolean =>
    state !== 'cancelled' &&
    Object.entries(days).some(
      ([date, day]) => date >= today && (day.state === 'booked' || day.state === 'waiting'),
    )
  return series.filter(isAhead).map((each) => {
    const title = seriesTitle(each)
    const detail = `${seriesWho(each, children)} · ${seriesSum(each)}`
    return { id: each.id, title, detail, aria: `固定预约，${title}，${detail}` }
  })
}

/** 每周二、周四 9:00–11:00 */
export function seriesTitle({ weekdays, span }: Series): string {
  return `${weekdaysWords(weekdays)} ${spanWords(span)}`
}

export function seriesWho({ childIds }: Series, children: readonly Child[]): string {
  return childIds.map((id) => children.find((child) => child.id === id)?.name ?? '孩子').join('、')
}

/** 约上 3 次，还等 2 次，1 次没约上 */
export function seriesSum({ days }: Series): string {
  const count = (wanted: string): number =>
    Object.values(days).filter(({ state }) => state === wanted).length
  const parts = [
    [count('booked'), (n: number) => `约上 ${n} 次`],
    [count('waiting'), (n: number) => `还等 ${n} 次`],
    [count('refused'), (n: number) => `${n} 次没约上`],
  ] as const
  return (
    parts
      .filter(([n]) => n > 0)
      .map(([n, words]) => words(n))
      .join('，') || '不再等了'
  )
}

function dayOf(series: Series, bookings: readonly Booking[], date: LocalDate, now: Instant) {
  const day = series.days[date]
  if (day?.state !== 'booked') return { ...foreseenWords(day, now), bookingId: '' }
  const own = bookings.filter((booking) => day.bookingIds.includes(booking.id))
  const first = own.find(({ state }) => state !== 'cancelled') ?? own[0]
  // Booked this moment; the copy comes with the next look.
  if (!first) return { word: '已预约', tone: 'free' as const, bookingId: '' }
  const { state, tone } = bookingStateOf(first, now)
  const ahead = tone === 'coming' || tone === 'inside'
  return { word: state, tone: ahead ? ('free' as const) : ('none' as const), bookingId: first.id }
}

function cancelOf(
  series: Series,
  bookings: readonly Booking[],
  feeFen: Fen,
  now: Instant,
): SeriesPageView['cancel'] {
  const waiting = Object.values(series.days).filter(({ state }) => state === 'waiting').length
  const coming = bookings.filter((each) => bookingStateOf(each, now).tone === 'coming').length
  const cost = feeFen === 0 ? '不收费' : `收 ${yuan(feeFen)}`
  const parts = [
    coming > 0 ? `已约好的 ${coming} 次取消，${cost}` : '',
    waiting > 0 ? `等放位的 ${waiting} 次不再等` : '',
  ].filter(Boolean)
  return {
    label: feeFen === 0 ? '取消后面的 · 免费' : `取消后面的 · 收 ${yuan(feeFen)}`,
    ask: `${parts.join('；')}。`,
    feeFen,
  }
}
