import { minutesOf, timeAt, type LocalTime } from './time'

/** Half-open: from 9:00 to 11:00 holds 10:59 and not 11:00. */
export interface Span {
  readonly from: LocalTime
  readonly to: LocalTime
}

/** A half hour's key on the day's document: its start without the colon, `0900`. */
export type SlotKey = string & { readonly brand: 'SlotKey' }

/** Places are kept, and care is sold, by the half hour. */
export const SLOT_MINUTES = 30
/** A shorter stay does a child no good. */
export const SHORTEST_MINUTES = 60

export function spanMinutes(span: Span): number {
  return minutesOf(span.to) - minutesOf(span.from)
}

export function isOnGrid(span: Span): boolean {
  return minutesOf(span.from) % SLOT_MINUTES === 0 && minutesOf(span.to) % SLOT_MINUTES === 0
}

export function slotKeyOf(time: LocalTime): SlotKey {
  return time.replace(':', '') as SlotKey
}

export function slotTimeOf(key: SlotKey): LocalTime {
  return `${key.slice(0, 2)}:${key.slice(2)}` as LocalTime
}

/** The starts of the half hours that the span touches, in order. */
export function slotTimesOf(span: Span): LocalTime[] {
  const times: LocalTime[] = []
  const first = Math.floor(minutesOf(span.from) / SLOT_MINUTES) * SLOT_MINUTES
  for (let at = first; at < minutesOf(span.to); at += SLOT_MINUTES) times.push(timeAt(at))
  return times
}

export function slotKeysOf(span: Span): SlotKey[] {
  return slotTimesOf(span).map(slotKeyOf)
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}
