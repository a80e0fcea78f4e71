import * as v from 'valibot'
import * as shape from './shapes'

/** A child's dates, as its family and the carers see them. */
export const childHealth = v.object({
  checkUpOn: v.exactOptional(shape.date),
  checkUpUntil: v.exactOptional(shape.date),
  vaccinatedUntil: v.exactOptional(shape.date),
  excludedUntil: v.exactOptional(shape.date),
  lastHereOn: v.exactOptional(shape.date),
})
