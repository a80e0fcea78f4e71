import { SLOT_MINUTES, type Span } from '../../miniprogram/domain/span'
import { localTime, timeAt } from '../../miniprogram/domain/time'

/** `aSpan('9:00-11:00')`; or drawn from nine o'clock, a character a half hour: `aSpan('··██··')`. */
export function aSpan(text: string): Span {
  if (!text.includes('-')) return drawn(text)
  const [from, to] = text.split('-').map((time) => localTime(time.padStart(5, '0')))
  if (!from || !to) throw new Error(`not a span: ${text}`)
  return { from, to }
}

function drawn(text: string): Span {
  return { from: halfHour(text.indexOf('█')), to: halfHour(text.lastIndexOf('█') + 1) }
}

function halfHour(index: number) {
  return timeAt(9 * 60 + index * SLOT_MINUTES)
}
