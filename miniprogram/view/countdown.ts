import { MINUTE, timeOf, type Instant } from '../domain/time'
import { clock } from './when'

/** Places that are kept for a while, told so that nobody has to calculate. */
export interface Countdown {
  readonly words: string
  /** 4:32, or empty when time is up. */
  readonly left: string
  readonly over: boolean
}

const SECOND = 1000

export function countdownOf(until: Instant, now: Instant): Countdown {
  const left = leftWords(until, now)
  return left
    ? { words: `位置为您留到 ${clock(timeOf(until))}`, left, over: false }
    : { words: '留的时间到了，位置可能会被别人约走', left, over: true }
}

/** 4:32, 0:07; 9 小时 beyond an hour; empty when time is up. */
export function leftWords(until: Instant, now: Instant): string {
  const seconds = Math.ceil((until - now) / SECOND)
  if (seconds <= 0) return ''
  const minutes = Math.floor((seconds * SECOND) / MINUTE)
  if (minutes >= 60) return `${Math.floor(minutes / 60)} 小时`
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`
}
