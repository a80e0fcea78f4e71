import * as v from 'valibot'
import * as shape from './shapes'

export const medicine = v.strictObject({ what: shape.typed(40), authorised: v.boolean() })

export const morningCheck = {
  tenths: v.pipe(v.number(), v.safeInteger(), v.minValue(340), v.maxValue(430)),
  skin: v.picklist(['clear', 'spots']),
  mood: v.picklist(['good', 'tired', 'unwell']),
  belongings: v.picklist(['safe', 'removed']),
}

/** The morning check of one child of today, before it comes in or while it is here. The last one of a day stands. */
export const recordCheck = {
  input: v.strictObject({
    siteId: shape.siteId,
    bookingId: shape.bookingId,
    attempt: shape.attempt,
    /** When the carer looked, where that could not be told at once. */
    at: v.exactOptional(shape.instant),
    ...morningCheck,
    medicine: v.optional(medicine),
    /** A line of the illness table, or `none`. */
    suspicion: v.optional(shape.anyId),
  }),
  output: v.object({
    outcome: v.picklist(['stays', 'goes_home']),
    /** What the child is sent home with, and until when; absent when it stays. */
    illness: v.exactOptional(v.string()),
    returnOn: v.exactOptional(shape.date),
    /** Bookings until then that were cancelled free of charge. */
    cancelled: v.number(),
  }),
}
