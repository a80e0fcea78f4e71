import type { Instant } from '../domain/time'

/** The one reading of the phone's clock: once in a page's event, then passed on. */
export function now(): Instant {
  return Date.now() as Instant
}
