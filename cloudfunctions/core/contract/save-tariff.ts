import * as v from 'valibot'
import * as shape from './shapes'
import { tariffDraft, tariffView } from './tariff-view'

/** All versions of a site's price list, in the order in which they come into force. */
export const listTariffs = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    /** The last day that is planned, and so has its price. */
    plannedTo: shape.date,
    tariffs: v.array(tariffView),
  }),
}

/** Adds a version. What is wrong is refused with `tariff_wrong`, field by field; bookings keep the one they have. */
export const saveTariff = {
  input: v.strictObject({ siteId: shape.siteId, attempt: shape.attempt, tariff: tariffDraft }),
  output: v.object({ tariff: tariffView }),
}
