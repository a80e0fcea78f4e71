import * as v from 'valibot'
import { MOST_WEEKS } from '../../../miniprogram/domain/series'
import { careAsk } from './quote-care'
import { seriesView } from './series-view'
import * as shape from './shapes'

const { date: _date, ...ask } = careAsk

/**
 * Books the same span on some weekdays for some weeks. Released days are booked, all of them or each by itself; the
 * others are kept as requests. The same attempt again gives the same answer.
 */
export const bookSeries = {
  input: v.strictObject({
    ...ask,
    weekdays: v.pipe(
      shape.list(shape.weekday, 7),
      v.minLength(1, 'missing'),
      v.check((all) => new Set(all).size === all.length),
    ),
    /** The first day that may be one of them. */
    from: shape.date,
    weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_WEEKS)),
    mode: v.picklist(['all', 'each']),
    attempt: shape.attempt,
    /** What one visit costs, as the guardian saw it. */
    seenTotalFen: shape.fen,
    accepted: shape.list(shape.template, 3),
  }),
  output: v.object({ series: seriesView }),
}
