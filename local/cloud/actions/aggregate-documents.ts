import { Aggregator } from 'mingo/aggregator'
import { CloudError } from '../cloud-error'
import { collectionOf, type Action } from '../protocol/action'
import { parse, read, write, type Doc } from '../protocol/ejson'
import { startExpressions } from '../query/expression-operators'
import { guarded, options } from '../query/matcher'

export const aggregateDocuments: Action = (params, db) => {
  const collection = collectionOf(params, db)
  if (params['transactionId'])
    throw new CloudError('INVALID_PARAM', 'an aggregation cannot be part of a transaction')
  const pipeline = pipelineOf(params['stages'], db.clock.now())
  const all = (name: string): Doc[] => {
    db.store.indexes(name)
    return Array.from(db.store.engine.all(name), ([, text]) => read(text))
  }
  startExpressions()
  const list = guarded(() => {
    const filter = pipeline[0]?.['$match'] as Doc | undefined
    // Read anew: stages change the documents that they are given.
    const found = filter && db.store.find(collection, filter).map(({ text }) => read(text))
    const rest = new Aggregator(found ? pipeline.slice(1) : pipeline, {
      ...options,
      collectionResolver: all,
    })
    return rest.run(found ?? all(collection))
  })
  return { data: { list: list.map(write) } }
}

function pipelineOf(stages: unknown, now: number): Doc[] {
  if (!Array.isArray(stages)) throw new CloudError('INVALID_PARAM', 'stages must be a list')
  return stages.map((stage: { stageKey?: unknown; stageValue?: unknown } | null) => {
    const { stageKey, stageValue } = stage ?? {}
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw new CloudError('INVALID_PARAM', 'a stage has a stageKey and a stageValue')
    return { [stageKey]: parse(stageValue, now, true) }
  })
}
