import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { ownSeries } from './own-series'
import { cancellable, feeOf } from './series-fee'

/** A repeating booking, day by day, and what cancelling the rest of it would cost. */
export const showSeries: UseCase<'showSeries', 'anyone'> = {
  name: 'showSeries',
  access: { for: 'anyone' },
  async run(context, { seriesId }, { openid }) {
    const { series, bookings } = await ownSeries(context, openid, seriesId)
    const open = await cancellable(context, bookings)
    const waits = Object.values(series.days).some(({ state }) => state === 'waiting')
    return accept({
      now: context.now,
      series,
      bookings,
      ...(open.length > 0 || waits ? { cancelFeeFen: feeOf(open) } : {}),
    })
  },
}
