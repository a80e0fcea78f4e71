import { later, type Instant } from '../domain/time'
import { now } from './clock'

/** How far the phone's clock is behind the point's, in milliseconds, as of the last answer. */
let behind = 0

/** The function has told its time: a phone that is an hour wrong still judges by the right hour. */
export function setClock(told: Instant): void {
  behind = told - now()
}

export function clockNow(): Instant {
  return later(now(), behind)
}

/** For what is kept with a day, so that the right hour survives a restart without network. */
export function clockBehind(): number {
  return behind
}

export function setClockBehind(ms: number): void {
  behind = ms
}
