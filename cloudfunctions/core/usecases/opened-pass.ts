import { matchNumberOf, type Pass } from '../../../miniprogram/domain/pass'
import { signPass } from '../../../miniprogram/domain/pass-code'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Api } from '../contract/api'
import type { Context } from '../kernel/context'

type OpenedPass = Api['showPass']['output']

/** The pass for whoever holds the card; more than the adult's own name and the day only for its confirmed opener. */
export async function openedPassOf(
  context: Context,
  pass: Pass,
  openid: string,
): Promise<OpenedPass> {
  const { store, now, hash } = context
  const { id, name, date, siteId, openedBy } = pass
  const site = await store.sites.get(siteId)
  const shared = { now, name, date, siteName: site?.name ?? '', address: site?.address ?? '' }
  if (pass.revokedAt !== undefined) return { ...shared, state: 'revoked' }
  if (openedBy !== undefined && openedBy !== openid) return { ...shared, state: 'taken' }
  if (date < dateOf(now)) return { ...shared, state: 'over' }
  if (openedBy === undefined) return { ...shared, state: 'free' }
  const number = matchNumberOf(hash(id, openedBy))
  if (pass.confirmedAt === undefined) return { ...shared, state: 'waiting', number }
  return { ...shared, ...(await readyPass(context, pass)) }
}

/** The confirmed opener's QR, as long as the child can still be fetched. */
async function readyPass(
  { store, ticketKeys }: Context,
  pass: Pass,
): Promise<Pick<OpenedPass, 'state' | 'ticket' | 'childName' | 'until'>> {
  const { id: passId, bookingId, childId, siteId, date, householdId } = pass
  const day = await store.days.readFor(siteId, date, [], [bookingId])
  const reservation = day?.reservations[bookingId]
  if (reservation?.state === 'gone') return { state: 'used' }
  if (!reservation || reservation.state === 'cancelled') return { state: 'over' }
  const household = await store.households.get(householdId)
  return {
    state: 'ready',
    ticket: signPass({ passId, bookingId, childId, siteId, date }, ticketKeys[0]),
    childName: household?.children.find(({ id }) => id === childId)?.name ?? '',
    until: reservation.span.to,
  }
}
