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
/** Scripts, and where mingo is wrong: it counts characters for bytes, and an empty match has no end. */
const LEFT_OUT = new Set(['$function', '$indexOfBytes', '$regexFindAll'])
const BY_REGEX = ['$regexMatch', '$regexFind']

const MINGO = mingo as Record<string, unknown> as Record<string, Expression>

/** Where mingo answers otherwise than MongoDB does, or would work for ever. */
const OWN: Record<string, Expression> = {
  ...Object.fromEntries(BY_REGEX.map((name) => [name, inLinearTime(MINGO[name]!)])),
  $trunc: (doc, operand: unknown, options) =>
    MINGO['$trunc']!(doc, (Array.isArray(operand) ? operand : [operand]) as never, options),
  $range: (doc, operand: unknown[], options) => {
    const [start, end, step = 1] = evalExpr(doc, operand, options) as number[]
    if (Math.abs((end! - start!) / step) > MOST) fail(`$range counts to at most ${MOST}`)
    return MINGO['$range']!(doc, operand as never, options)
  },
}

let until = Infinity

/** The request's time begins: what its expressions do counts from here. */
export function startExpressions(): void {
  until = performance.now() + LONGEST
}

/** MongoDB's expressions for mingo. Each looks at the time, so that lists of lists cannot stall everybody. */
export const expressionOperators: ExpressionOps = Object.fromEntries(
  Object.entries({ ...MINGO, ...OWN })
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, operator]) => {
      const timed: Expression = (doc, operand, options) => {
        if (performance.now() > until) fail(`an expression worked longer than ${LONGEST} ms`)
        return operator(doc, operand, options)
      }
      return [name, timed]
    }),
) as ExpressionOps

function inLinearTime(search: Expression): Expression {
  return (doc, operand: { regex?: unknown; options?: string }, options) => {
    const { regex, options: flags = '', ...rest } = operand
    const isWritten = typeof regex === 'string' && !regex.startsWith('$')
    if (!isWritten && !(regex instanceof RegExp && flags === ''))
      fail('a pattern that is not written out, or a regular expression with options')
    const linear = isWritten ? linearRegExp(regex, flags) : regex
    return search(doc, { ...rest, regex: linear } as never, options)
  }
}

function fail(what: string): never {
  throw new CloudError('DATABASE_INVALID_OPERRATOR', `unsupported by the local cloud: ${what}`)
}
