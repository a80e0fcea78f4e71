import { instantOf, localDate, localTime, type Instant } from '../../miniprogram/domain/time'

/** `anInstant('2026-09-07 09:00')`, in Shanghai. */
export function anInstant(text: string): Instant {
  const [date = '', time = '00:00'] = text.split(' ')
  return instantOf(localDate(date), localTime(time))
}
