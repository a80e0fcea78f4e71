import type { Series } from '../../../miniprogram/domain/series'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { clearDropped, settleSeries } from '../usecases/settle-series'
import { tellDecidedDay } from '../usecases/tell-series'
import { eachAlone } from './each-alone'

/** So many series in one tick; the rest with the next. */
const AT_ONCE = 50

/** Decides the days of repeating bookings whose places have been released, who asked first comes first. */
export const decideSeries: Job = {
  name: 'decideSeries',
  async run(context) {
    const due = await context.store.series.due(context.now, AT_ONCE)
    return eachAlone(context, due, (series) => decide(context, series))
  },
}

async function decide(context: Context, series: Series): Promise<number> {
  const { store } = context
  const household = await store.households.get(series.householdId)
  if (!household) return store.series.erase(series.householdId)
  if (series.state === 'cancelled') {
    await clearDropped(context, series)
    return 0
  }
  const settled = await settleSeries(context, series, household)
  if (!settled) return 0
  for (const date of settled.decided) await tellDecidedDay(context, settled.series, household, date)
  return settled.decided.length
}
