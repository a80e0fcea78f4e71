import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'

/** The same id with another ask is another attempt: two bookings never share an id, on one day or on two. */
export function attemptOf({ hash }: Context, openid: string, input: InputOf<'holdCare'>): string {
  const { attempt, siteId, date, span, childIds } = input
  return hash(openid, attempt, siteId, date, span.from, span.to, ...[...childIds].sort())
}
