import * as mingo from 'mingo/core'
import * as expression from 'mingo/operators/expression'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import { Query } from 'mingo/query'
import { CloudError } from '../cloud-error'
import type { Doc } from '../protocol/ejson'

// Built once: assembling the operator tables costs more than matching a document.
const context = mingo.Context.init({ query, expression, projection })
export const options = { scriptEnabled: false, context }

/** MongoDB's filter language as mingo knows it; what it does not know is refused, never ignored. */
export function matcher(filter: Doc): (doc: Doc) => boolean {
  const compiled = guarded(() => new Query(filter, options))
  return (doc) => guarded(() => compiled.test(doc))
}

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
