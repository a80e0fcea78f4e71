import type { Reservation } from '../../miniprogram/domain/day'
import { finalBillOf, type FinalBill } from '../../miniprogram/domain/final-bill'
import type { BookingId, SiteId } from '../../miniprogram/domain/ids'
import { localDate } from '../../miniprogram/domain/time'
import { aReservation } from './a-reservation'
import { aTariff } from './a-tariff'
import { anInstant } from './an-instant'

export const WEDNESDAY = localDate('2026-11-25')

/** The final bill of nine to eleven on Wednesday for ¥30, as it stands at this time; undefined when there is none. */
export function billAt(now: string, reservation: Partial<Reservation>): FinalBill | undefined {
  return finalBillOf({
    siteId: 'yucun' as SiteId,
    date: WEDNESDAY,
    id: 'b-1' as BookingId,
    reservation: aReservation(reservation),
    tariff: aTariff(),
    now: anInstant(now),
  })
}

/** A bill of a child who came and went home at this time. */
export function aBill(changes: Partial<FinalBill> = {}, outAt = '11:05'): FinalBill {
  const [inAt, out] = [anInstant('2026-11-25 09:02'), anInstant(`2026-11-25 ${outAt}`)]
  const bill = billAt('2026-11-25 12:00', { state: 'gone', inAt, outAt: out })
  if (!bill) throw new Error('no bill of a child who came')
  return { ...bill, ...changes }
}
