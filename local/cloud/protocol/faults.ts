import type { ServerResponse } from 'node:http'
import * as v from 'valibot'
import { CloudError } from '../cloud-error'

/**
 * What shall go wrong: for these actions and collections (missing for all), at this rate from 0 to 1. `ms` are the
 * milliseconds of a latency; `hold` lets a request wait until the faults are set anew.
 */
const RULES = v.array(
  v.strictObject({
    kind: v.picklist(['latency', 'hold', 'conflict', 'busy', 'error', 'drop', 'dropAfter']),
    action: v.optional(v.string()),
    collection: v.optional(v.string()),
    rate: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    ms: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60_000))),
  }),
)
type FaultRule = v.InferOutput<typeof RULES>[number]
/** A rule, and how many requests it has met. */
export type FaultCount = FaultRule & { hits: number }
export interface Fault {
  kind: FaultRule['kind']
  before(res: ServerResponse): Promise<void>
  after(res: ServerResponse): void
}

const ERRORS: Partial<Record<FaultRule['kind'], [string, string]>> = {
  conflict: [
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] injected conflict',
  ],
  busy: ['EXCEED_CONCURRENT_REQUEST_LIMIT', 'injected: too many concurrent requests'],
  error: ['DATABASE_REQUEST_FAILED', 'injected failure'],
}

/** Makes the cloud fail on purpose, from a seed, so that a failure can be replayed. */
export class Faults {
  private rules: FaultCount[] = []
  private state = 1
  private release: () => void = () => {}
  private anew = Promise.resolve()

  /** A rule that is not understood is refused: a fault that never happens proves nothing. */
  set(rules: unknown, seed: unknown = 1): void {
    const checked = v.safeParse(RULES, rules)
    if (!checked.success)
      throw new CloudError('INVALID_PARAM', `faults: ${v.summarize(checked.issues)}`)
    if (!Number.isInteger(seed)) throw new CloudError('INVALID_PARAM', 'seed is a whole number')
    this.release()
    this.anew = new Promise((done) => (this.release = done))
    this.rules = checked.output.map((rule) => ({ ...rule, hits: 0 }))
    this.state = (seed as number) >>> 0 || 1
  }

  list(): FaultCount[] {
    return this.rules
  }

  drawn(action: string, collection: unknown): Fault | undefined {
    const rule = this.rules.find(
      (r) =>
        (!r.action || r.action === action) &&
        (!r.collection || r.collection === collection) &&
        this.random() < (r.rate ?? 1),
    )
    if (!rule) return undefined
    rule.hits++
    return faultOf(rule, this.anew)
  }

  /** xorshift32: the same seed draws the same faults. */
  private random(): number {
    let x = this.state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.state = x >>> 0
    return this.state / 2 ** 32
  }
}

function faultOf(rule: FaultRule, anew: Promise<void>): Fault {
  return {
    kind: rule.kind,
    async before(res) {
      if (rule.kind === 'latency') await new Promise((done) => setTimeout(done, rule.ms ?? 100))
      if (rule.kind === 'hold') await anew
      if (rule.kind === 'drop') res.destroy()
      const error = ERRORS[rule.kind]
      if (error) throw new CloudError(...error)
    },
    after(res) {
      if (rule.kind === 'dropAfter') res.destroy()
    },
  }
}
