import { isPlain, type Doc } from '../protocol/ejson'
import type { Index } from '../schema'

export type Scalar = string | number | boolean | Date
/** Where to look: these ids, these key prefixes of one index, or everywhere. The filter still decides. */
export type Plan =
  | { by: 'id'; ids: Scalar[] }
  | { by: 'index'; index: Index; values: Scalar[][] }
  | { by: 'scan' }

/** Places in an index that one query looks at; above that the index's first fields have to do. */
const MOST = 10_000

export function planOf(filter: Doc, indexes: Index[]): Plan {
  const equal = new Map<string, Scalar[]>()
  collect(filter, equal)
  const ids = equal.get('_id')
  if (ids) return { by: 'id', ids }
  let best: { index: Index; values: Scalar[][] } | undefined
  for (const index of indexes) {
    const values: Scalar[][] = []
    let places = 1
    for (const { name } of index.keys) {
      const wanted = equal.get(name)
      places *= wanted?.length ?? 0
      if (!wanted || places > MOST) break
      values.push(wanted)
    }
    if (values.length > (best?.values.length ?? 0)) best = { index, values }
  }
  return best ? { by: 'index', ...best } : { by: 'scan' }
}

/** Conditions that every match must fulfil: `field: value`, `$eq`, `$in`, also inside `$and`. */
function collect(filter: Doc, equal: Map<string, Scalar[]>): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlain(part)) collect(part, equal)
    } else if (!key.startsWith('$')) {
      const values = scalarsOf(condition)
      if (values && !equal.has(key)) equal.set(key, values)
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

function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof Date
  )
}
