import { fen } from '../../../miniprogram/domain/money'
import { priceOf } from '../../../miniprogram/domain/price'
import type { PricedSession, Session } from '../../../miniprogram/domain/session'
import { tariffOn, type Tariff } from '../../../miniprogram/domain/tariff'

/** Sessions with what they cost by the price list of their day: its hour and its material. */
export function pricedSessions<S extends Session>(
  sessions: readonly S[],
  tariffs: readonly Tariff[],
): (S & PricedSession)[] {
  return sessions.map((session) => {
    const tariff = tariffOn(tariffs, session.date)
    const { span, service } = session
    const quote = tariff && priceOf({ span, service, tariff, resident: false, sibling: false })
    return { ...session, priceFen: quote?.totalFen ?? fen(0) }
  })
}
