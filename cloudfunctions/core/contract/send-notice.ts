import * as v from 'valibot'
import * as shape from './shapes'

const family = v.object({
  guardian: v.string(),
  phone: v.string(),
  children: v.array(v.string()),
})

/** Whom a notice would reach, and who wants a call. */
export const planNotice = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    households: v.number(),
    byMessage: v.number(),
    byCall: v.array(family),
  }),
}

/** Sends the community's notice to every family of the site. The same attempt again sends nothing twice. */
export const sendNotice = {
  input: v.strictObject({
    siteId: shape.siteId,
    attempt: shape.attempt,
    title: shape.typed(20),
    text: shape.typed(20),
  }),
  output: v.object({
    households: v.number(),
    /** Messages that WeChat took. */
    sent: v.number(),
    byCall: v.array(family),
  }),
}
