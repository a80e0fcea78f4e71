import * as v from 'valibot'
import { dayView } from './day-view'
import * as shape from './shapes'
import { tariffView } from './tariff-view'

/** Fourteen days of places per half hour, from today. */
export const showWeek = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    days: v.array(dayView),
    /** The price lists of these days. */
    tariffs: v.array(tariffView),
  }),
}
