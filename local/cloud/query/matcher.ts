import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import { Query } from 'mingo/query'
import { CloudError } from '../cloud-error'
import type { Doc } from '../protocol/ejson'
import { expressionOperators, startExpressions } from './expression-operators'
import { queryOperators } from './query-operators'
import { stages } from './stages'

// Built once: assembling the operator tables costs more than matching a document.
const context = Context.init({
  accumulator,
  expression: expressionOperators,
  pipeline: stages,
  query: queryOperators,
})
export const options = { scriptEnabled: false, context }

/** MongoDB's filter language as mingo knows it; what it does not know is refused, never ignored. */
export function matcher(filter: Doc): (doc: Doc) => boolean {
  startExpressions()
  const compiled = guarded(() => new Query(filter, options))
  return (doc) => guarded(() => compiled.test(doc))
}

/** Work of one request in MongoDB's language; what mingo refuses becomes the service's error. */
export function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError) throw error
    const why = error instanceof Error ? error.message : String(error)
    // The service's own spelling.
    throw new CloudError('DATABASE_INVALID_OPERRATOR', `unsupported by the local cloud: ${why}`)
  }
}
