import * as v from 'valibot'
import * as shape from './shapes'

const amount = { fen: shape.fen }

/** A line of a quote, each kind with its reason. */
const LINES = [
  v.object({ why: v.literal('hours'), minutes: v.number(), hourFen: shape.fen, ...amount }),
  v.object({ why: v.literal('free'), minutes: v.number(), ...amount }),
  v.object({ why: v.literal('cap'), mostFen: shape.fen, ...amount }),
  v.object({ why: v.picklist(['resident', 'sibling']), percent: v.number(), ...amount }),
  v.object({ why: v.picklist(['meal', 'material', 'given_up']), ...amount }),
  v.object({
    why: v.literal('late'),
    minutes: v.number(),
    graceMinutes: v.number(),
    quarters: v.number(),
    quarterFen: shape.fen,
    ...amount,
  }),
] as const
export const priceLine = v.variant('why', [...LINES])

/** A line of a final bill: those of the quote, and what came after. */
export const finalLine = v.variant('why', [
  ...LINES,
  v.object({ why: v.picklist(['missed', 'cancelled', 'door']), ...amount }),
  v.object({
    why: v.literal('correction'),
    id: v.string(),
    reason: v.string(),
    by: v.string(),
    at: shape.instant,
    ...amount,
  }),
])
