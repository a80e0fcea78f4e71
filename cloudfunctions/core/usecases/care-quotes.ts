import { quoteFor } from '../../../miniprogram/domain/bill'
import { cancelCostsOf } from '../../../miniprogram/domain/decide-cancellation'
import { fen } from '../../../miniprogram/domain/money'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Decided } from './decide-places'

/** The bill as the confirm page shows it. */
export function careQuotesOf(
  { placements, bill, tariff }: Pick<Decided, 'placements' | 'bill' | 'tariff'>,
  date: LocalDate,
) {
  // Each child is its own booking, and cancelling never costs more than the booking.
  const most = fen(Math.max(0, ...bill.quotes.map(({ quote }) => quote.totalFen)))
  return {
    quotes: placements.map(({ childId, groupId }) => ({
      childId,
      groupId,
      quote: quoteFor(bill, childId),
    })),
    totalFen: bill.totalFen,
    cancelCosts: cancelCostsOf(date, most, tariff),
  }
}
