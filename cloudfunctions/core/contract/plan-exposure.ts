import * as v from 'valibot'
import * as shape from './shapes'

const family = v.object({
  guardian: v.string(),
  phone: v.string(),
  children: v.array(v.string()),
  /** Minutes in the room together. */
  minutes: v.number(),
})

/** The families whose children were in the room together with a child who was sent home. */
export const planExposure = {
  input: v.strictObject({ siteId: shape.siteId, bookingId: shape.bookingId }),
  output: v.object({
    illness: v.string(),
    date: shape.date,
    families: v.array(family),
    /** When they were told; absent until then. */
    sentAt: v.exactOptional(shape.instant),
  }),
}

/** Tells them, once, without the child's name. */
export const sendExposure = {
  input: planExposure.input,
  output: v.object({ households: v.number(), sentAt: shape.instant }),
}
