import { evalExpr, type Context } from 'mingo/core'
import * as mingo from 'mingo/operators/expression'
import type { Options } from 'mingo/types'
import { CloudError } from '../cloud-error'
import type { Doc } from '../protocol/ejson'
import { linearRegExp } from './linear-reg-exp'

type ExpressionOps = Parameters<Context['addExpressionOps']>[0]
type Expression = (doc: Doc, operand: never, options: Options) => unknown

/** Milliseconds that the expressions of one request may work, and numbers that $range may count. */
const LONGEST = 2000
const MOST = 100_000

/** The SDK's operators and a few more, each with a case in the conformance tests; no other is known. */
const NAMES = `
  abs add ceil divide exp floor ln log log10 mod multiply pow round sqrt subtract trunc
  arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice
  sortArray zip and not or cmp eq gt gte lt lte ne cond ifNull switch
  dateAdd dateDiff dateFromParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear hour isoDayOfWeek isoWeek
  isoWeekYear millisecond minute month second week year
  literal mergeObjects objectToArray allElementsTrue anyElementTrue setDifference setEquals setIntersection
  setIsSubset setUnion concat regexMatch replaceAll split strLenBytes strLenCP strcasecmp substr substrBytes substrCP
  toLower toString toUpper trim let
`
const MINGO = mingo as Record<string, unknown> as Record<string, Expression>

/** Where mingo answers otherwise than MongoDB does, or would work for ever. */
const OWN: Record<string, Expression> = {
  $trunc: (doc, operand: unknown, options) =>
    MINGO['$trunc']!(doc, (Array.isArray(operand) ? operand : [operand]) as never, options),
  $range: (doc, operand: unknown[], options) => {
    const [start, end, step = 1] = evalExpr(doc, operand, options) as number[]
    if (Math.abs((end! - start!) / step) > MOST) fail(`$range counts to at most ${MOST}`)
    return MINGO['$range']!(doc, operand as never, options)
  },
  // Weeks begin on Sundays, the first one with the first Sunday of the year.
  $week: (doc, operand, options) => {
    const [day, weekday] = ['$dayOfYear', '$dayOfWeek'].map((name) =>
      MINGO[name]!(doc, operand, options),
    )
    return day === null ? null : Math.floor(((day as number) + 7 - (weekday as number)) / 7)
  },
  // mingo gives null for a time with its zone.
  $dateFromString: (doc, operand: Doc, options) => {
    if (Object.keys(operand).join() !== 'dateString') fail('options of $dateFromString')
    const text = evalExpr(doc, operand['dateString'], options) as string | null
    if (text === null || text === undefined) return null
    const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text) ?? fail(`the date "${text}"`)
    return new Date(`${day}T${time}${zone}`)
  },
  $regexMatch: (doc, operand: { regex?: unknown; options?: string }, options) => {
    const { regex, options: flags = '', ...rest } = operand
    const isWritten = typeof regex === 'string' && !regex.startsWith('$')
    if (!isWritten && !(regex instanceof RegExp && flags === ''))
      fail('a pattern that is not written out, or a regular expression with options')
    const linear = isWritten ? linearRegExp(regex, flags) : regex
    return MINGO['$regexMatch']!(doc, { ...rest, regex: linear } as never, options)
  },
}
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?(Z|[+-]\d\d:\d\d)?$/

let until = Infinity

/** The request's time begins: what its expressions do counts from here. */
export function startExpressions(): void {
  until = performance.now() + LONGEST
}

/** MongoDB's expressions for mingo. Each looks at the time, so that lists of lists cannot stall everybody. */
export const expressionOperators: ExpressionOps = Object.fromEntries(
  NAMES.trim()
    .split(/\s+/)
    .map((short) => {
      const name = `$${short}`
      const operator = OWN[name] ?? MINGO[name]!
      const timed: Expression = (doc, operand, options) => {
        if (performance.now() > until) fail(`an expression worked longer than ${LONGEST} ms`)
        return operator(doc, operand, options)
      }
      return [name, timed]
    }),
) as ExpressionOps

function fail(what: string): never {
  throw new CloudError('DATABASE_INVALID_OPERRATOR', `unsupported by the local cloud: ${what}`)
}
