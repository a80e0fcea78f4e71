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
  if (text === undefined || text === null || text === '') return {}
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', 'a parameter must be EJSON')
  const value = parse(text, now, asQuery)
  if (!isPlain(value)) throw new CloudError('INVALID_PARAM', 'a parameter must be an object')
  return value
}

export const write = (doc: unknown): string => EJSON.stringify(doc as object, { relaxed: false })
/** A document as `write` stored it. */
export function read(text: string): Doc {
  try {
    return valueOf(JSON.parse(text), STORED, 0) as Doc
  } catch (error) {
    throw new CloudError('DATA_DAMAGED', `A stored document is damaged: ${String(error)}`)
  }
}

export function isPlain(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false
  const tag = Object.prototype.toString.call(value)
  return tag === '[object Object]' && !('_bsontype' in value)
}

/** Kinds of values that are rare here: bson itself reads them. Others are refused as a field with a dollar. */
const RARE = new Set(['$oid', '$binary', '$regex', '$regularExpression'])
const NUMBERS = new Set(['$numberInt', '$numberDouble', '$numberLong'])
/** Names that would make of what somebody sent something else than a plain object. */
export const FORBIDDEN = new Set(['__proto__', 'constructor', '_bsontype'])
const FORBIDDEN_NAMES = [...FORBIDDEN].join(', ')

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
  const keys = Object.keys(doc)
  for (const key of keys) {
    if (key.startsWith('$')) {
      const special = specialOf(key, doc, reading)
      if (special !== undefined && keys.length > 1 && !('$options' in doc && keys.length === 2))
        throw new CloudError('INVALID_PARAM', `${key} stands alone, not with ${keys.join(', ')}`)
      if (special !== undefined) return special
    } else if (FORBIDDEN.has(key) || key.includes('\0'))
      throw new CloudError('INVALID_PARAM', `a field may not be ${FORBIDDEN_NAMES} or contain NUL`)
    doc[key] = valueOf(doc[key], reading, depth + 1)
  }
  return doc
}

/** The value that `{[key]: …}` stands for; undefined when it is a field like any other, such as an operator of a query. */
function specialOf(key: string, doc: Doc, { now, asQuery }: Reading): unknown {
  const inner = doc[key]
  if (NUMBERS.has(key)) return numberOf(inner)
  if (key === '$date') {
    const at = (inner as { $numberLong?: string } | null)?.$numberLong
    return dateOf(at === undefined ? (inner as string) : Number(at))
  }
  if (key === '$tcb_server_date' && now !== undefined) {
    const { offset = 0 } = (valueOf(inner, STORED, 0) ?? {}) as { offset?: number }
    return dateOf(now + offset)
  }
  if (!RARE.has(key)) return undefined
  const value: unknown = EJSON.parse(JSON.stringify(doc), { relaxed: true })
  return asQuery && value instanceof BSONRegExp
    ? linearRegExp(value.pattern, value.options)
    : (value ?? null)
}

function numberOf(text: unknown): number {
  const value = typeof text === 'string' && text !== '' ? Number(text) : NaN
  if (!Number.isNaN(value) || text === 'NaN') return value
  throw new CloudError('INVALID_PARAM', `not a number: ${JSON.stringify(text)}`)
}

function dateOf(at: string | number): Date {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) throw new CloudError('INVALID_PARAM', `not a date: ${at}`)
  return date
}
