import { quoteFor } from '../../../miniprogram/domain/bill'
import { freeCancelUntil } from '../../../miniprogram/domain/decide-cancellation'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Decided } from './decide-places'

/** The bill as the confirm page shows it. */
export function careQuotesOf(
  { placements, bill, tariff }: Pick<Decided, 'placements' | 'bill' | 'tariff'>,
  date: LocalDate,
) {
  return {
    quotes: placements.map(({ childId, groupId }) => ({
      childId,
      groupId,
      quote: quoteFor(bill, childId),
    })),
    totalFen: bill.totalFen,
    freeCancelUntil: freeCancelUntil(date),
    lateCancelFen: tariff.lateCancelFen,
  }
}
