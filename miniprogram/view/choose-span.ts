import { decideBooking } from '../domain/decide-booking'
import type { Refusal, RefusalCode } from '../domain/refusal'
import { SHORTEST_MINUTES, SLOT_MINUTES, covers, spanMinutes, type Span } from '../domain/span'
import { minutesOf, timeAt, type LocalTime } from '../domain/time'
import { fits, shortestFrom, type DayAsk } from './day-ask'
import { halfHour } from './slot-grid'

export interface Choice {
  readonly span?: Span
  /** Why the tapped half hour could not be chosen. */
  readonly refusal?: Refusal
}

const TOO_LONG: readonly RefusalCode[] = ['span_too_long', 'share_used']

/**
 * What a tap on a half hour makes of the chosen span: the first tap takes an hour, a tap outside
 * stretches it, a tap inside ends it there, a tap on its start clears it.
 */
export function chooseSpan(ask: DayAsk, span: Span | undefined, tapped: LocalTime): Choice {
  if (span && covers(span, halfHour(tapped))) return shrink(span, tapped)
  if (span) {
    const wider = decideBooking({ ...ask, span: stretch(span, tapped) })
    if (wider.ok) return { span: stretch(span, tapped) }
    // Too long for the rules, not for the day: the choice stays, and the reason is told.
    if (TOO_LONG.includes(wider.refusal.code)) return { span, refusal: wider.refusal }
  }
  return startAt(ask, span, tapped)
}

function startAt(ask: DayAsk, span: Span | undefined, tapped: LocalTime): Choice {
  const kept = span ? { span } : {}
  const forward = shortestFrom(tapped)
  const decided = decideBooking({ ...ask, span: forward })
  if (decided.ok) return { span: forward }
  // The last half hour before a closed or full one still ends an hour that began earlier.
  const backward = { from: timeAt(minutesOf(forward.from) - SLOT_MINUTES), to: halfHour(tapped).to }
  if (fits(ask, backward)) return { span: backward }
  return { ...kept, refusal: decided.refusal }
}

function stretch(span: Span, tapped: LocalTime): Span {
  return tapped < span.from
    ? { from: tapped, to: span.to }
    : { from: span.from, to: halfHour(tapped).to }
}

function shrink(span: Span, tapped: LocalTime): Choice {
  if (tapped === span.from) return {}
  const end = halfHour(tapped).to
  const shorter = { from: span.from, to: end === span.to ? tapped : end }
  return { span: spanMinutes(shorter) < SHORTEST_MINUTES ? span : shorter }
}
