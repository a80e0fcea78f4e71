import * as v from 'valibot'
import { callView, noticeView } from './notice-view'
import * as shape from './shapes'

const time = {
  siteId: shape.siteId,
  date: shape.date,
  /** The whole day when absent. */
  span: v.exactOptional(shape.planSpan),
}
const booking = v.object({ name: v.string(), date: shape.date, span: shape.span })

/** Before closing: whose bookings it would cancel. */
export const planClosure = {
  input: v.strictObject(time),
  output: v.object({ bookings: v.array(booking) }),
}

/** Closes a day or part of it, cancels its bookings without cost, and tells their families. */
export const addClosure = {
  input: v.strictObject({
    ...time,
    /** Families read it: 台风停园. */
    why: shape.typed(10),
    /** How many bookings the person saw; another number is refused with `bookings_changed`. */
    seenBookings: v.pipe(v.number(), v.safeInteger()),
  }),
  output: v.object({ cancelled: v.number() }),
}

/** Opens again what was closed; bookings that were cancelled stay cancelled. */
export const removeClosure = {
  input: v.strictObject(time),
  output: v.object({ removed: v.boolean() }),
}

/** Closes the rest of today, or all of it, and tells every family at once. */
export const closeNow = {
  input: v.strictObject({
    siteId: shape.siteId,
    attempt: shape.attempt,
    whole: v.boolean(),
    why: shape.typed(10),
  }),
  output: v.object({
    cancelled: v.number(),
    notice: noticeView,
    /** Children who must be fetched now. */
    inside: v.array(callView),
  }),
}
