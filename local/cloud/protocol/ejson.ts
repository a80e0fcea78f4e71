import { BSONRegExp, EJSON } from 'bson'
import { CloudError } from '../cloud-error'
import { linearRegExp } from '../query/linear-reg-exp'

export type Doc = Record<string, unknown>

/** MongoDB nests at most 100 levels. */
export const DEEPEST = 100

interface Reading {
  /** Milliseconds that the SDK's server dates stand for; undefined in what is stored, which has none. */
  now: number | undefined
  asQuery: boolean
}
const STORED: Reading = { now: undefined, asQuery: false }

/**
 * Parses what the SDK sends: canonical EJSON, with the SDK's own server dates resolved to `now`.
 * Regular expressions stay BSON values in data; `asQuery` turns them into what the matcher understands.
 */
export function parse(text: string, now: number, asQuery = false): unknown {
  try {
    return valueOf(JSON.parse(text), { now, asQuery }, 0)
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw new CloudError('INVALID_PARAM', 'a parameter is not valid EJSON')
  }
}

export function parseObject(text: unknown, now: number, asQuery = false): Doc {
  if (typeof text !== 'string' || text === '') return {}
  const value = parse(text, now, asQuery)
  if (!isPlain(value)) throw new CloudError('INVALID_PARAM', 'a parameter must be an object')
  return value
}

export const write = (doc: unknown): string => EJSON.stringify(doc as object, { relaxed: false })
/** A document as `write` stored it. */
export const read = (text: string): Doc => valueOf(JSON.parse(text), STORED, 0) as Doc

export function isPlain(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false
  const tag = Object.prototype.toString.call(value)
  return tag === '[object Object]' && !('_bsontype' in value)
}

/** Kinds of values that are rare here: bson itself reads them. */
const RARE = new Set([
  '$oid',
  '$binary',
  '$uuid',
  '$symbol',
  '$numberDecimal',
  '$minKey',
  '$maxKey',
  '$regex',
  '$regularExpression',
  '$timestamp',
  '$undefined',
  '$code',
  '$ref',
  '$dbPointer',
])

/** In place, one walk: bson's own reviver looks at every key of every object several times. */
function valueOf(value: unknown, reading: Reading, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST && reading !== STORED)
    throw new CloudError('INVALID_PARAM', `nested deeper than ${DEEPEST} levels`)
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = valueOf(value[i], reading, depth + 1)
    return value
  }
  const doc = value as Doc
  for (const key of Object.keys(doc)) {
    if (key.startsWith('$')) {
      const special = specialOf(key, doc, reading)
      if (special !== undefined) return special
    } else if (key === '__proto__' || key.includes('\0'))
      throw new CloudError('INVALID_PARAM', 'a field may not be __proto__ or contain NUL')
    doc[key] = valueOf(doc[key], reading, depth + 1)
  }
  return doc
}

/** The value that `{[key]: …}` stands for; undefined when it is a field like any other, such as an operator of a query. */
function specialOf(key: string, doc: Doc, { now, asQuery }: Reading): unknown {
  const inner = doc[key]
  if (key === '$numberInt' || key === '$numberDouble' || key === '$numberLong') return Number(inner)
  if (key === '$date') {
    const at = (inner as { $numberLong?: string } | null)?.$numberLong
    return at === undefined ? new Date(inner as string) : new Date(Number(at))
  }
  if (key === '$tcb_server_date' && now !== undefined) {
    const { offset } = (valueOf(inner, STORED, 0) ?? {}) as { offset?: number }
    return new Date(now + (offset ?? 0))
  }
  if (!RARE.has(key)) return undefined
  const value: unknown = EJSON.parse(JSON.stringify(doc), { relaxed: true })
  return asQuery && value instanceof BSONRegExp
    ? linearRegExp(value.pattern, value.options)
    : (value ?? null)
}
