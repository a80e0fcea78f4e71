import { isPlain, type Doc } from '../protocol/ejson'
import type { Index } from '../schema'

export type Scalar = string | number | boolean | Date
/** Where to look: these ids, these key prefixes of one index, or everywhere. The filter still decides. */
export type Plan = { by: 'id'; ids: Scalar[] } | ({ by: 'index' } & ByIndex) | { by: 'scan' }

interface ByIndex {
  index: Index
  /** For the index's first fields: the values that each may have. */
  values: Scalar[][]
  /** For the field after those. */
  range?: Range
}

/** Numbers or dates from one on, or up to one, itself included. */
export interface Range {
  kind: 'number' | 'date'
  from?: number
  to?: number
}

/** Places in an index that one query looks at; above that the index's first fields have to do. */
const MOST = 10_000

export function planOf(filter: Doc, indexes: Index[]): Plan {
  const equal = new Map<string, Scalar[]>()
  const ranges = new Map<string, Range>()
  collect(filter, equal, ranges)
  const ids = equal.get('_id')
  if (ids) return { by: 'id', ids }
  let best: ByIndex | undefined
  for (const index of indexes) {
    const values: Scalar[][] = []
    let places = 1
    for (const { name } of index.keys) {
      const wanted = equal.get(name)
      places *= wanted?.length ?? 0
      if (!wanted || places > MOST) break
      values.push(wanted)
    }
    const next = index.keys[values.length]
    const range = next && ranges.get(next.name)
    const plan = { index, values, ...(range ? { range } : {}) }
    if (narrowness(plan) > (best ? narrowness(best) : 0)) best = plan
  }
  return best ? { by: 'index', ...best } : { by: 'scan' }
}

/** Each field with values narrows more than a range does. */
const narrowness = ({ values, range }: ByIndex): number => values.length * 2 + (range ? 1 : 0)

/** Conditions that every match must fulfil: `field: value`, `$eq`, `$in`, `$gt` and the like, also inside `$and`. */
function collect(filter: Doc, equal: Map<string, Scalar[]>, ranges: Map<string, Range>): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlain(part)) collect(part, equal, ranges)
    } else if (!key.startsWith('$')) {
      const values = scalarsOf(condition)
      if (values && !equal.has(key)) equal.set(key, values)
      const range = rangeOf(condition)
      if (range && !ranges.has(key)) ranges.set(key, range)
    }
  }
}

function scalarsOf(condition: unknown): Scalar[] | undefined {
  if (isScalar(condition)) return [condition]
  if (!isPlain(condition)) return undefined
  if (isScalar(condition['$eq'])) return [condition['$eq']]
  const list = condition['$in']
  return Array.isArray(list) && list.every(isScalar) ? list : undefined
}

/**
 * One bound only, the lower one first: of an array one item may meet the lower bound and another the upper one, and
 * then nothing of it lies between.
 */
function rangeOf(condition: unknown): Range | undefined {
  if (!isPlain(condition)) return undefined
  const from = condition['$gte'] ?? condition['$gt']
  const low = kindOf(from)
  if (low) return { kind: low, from: Number(from) }
  const to = condition['$lte'] ?? condition['$lt']
  const high = kindOf(to)
  return high && { kind: high, to: Number(to) }
}

function kindOf(value: unknown): Range['kind'] | undefined {
  if (typeof value === 'number') return 'number'
  return value instanceof Date ? 'date' : undefined
}

function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof Date
  )
}
