import { aggregate } from 'mingo'
import { CloudError } from '../cloud-error'
import { collectionOf, type Action } from '../protocol/action'
import { parse, read, write, type Doc } from '../protocol/ejson'
import { guarded } from '../query/matcher'

/** Stages that write or need geometry: left out and said so. */
const LEFT_OUT = new Set(['$out', '$merge', '$geoNear', '$function', '$accumulator'])

export const aggregateDocuments: Action = (params, db) => {
  const stages = params['stages'] as { stageKey: string; stageValue: string }[]
  const pipeline = stages.map(({ stageKey, stageValue }): Doc => {
    if (LEFT_OUT.has(stageKey))
      throw new CloudError(
        'DATABASE_INVALID_OPERRATOR',
        `unsupported by the local cloud: ${stageKey}`,
      )
    return { [stageKey]: parse(stageValue, db.clock.now(), true) }
  })
  const docsOf = (collection: string): Doc[] => {
    db.store.indexes(collection)
    return Array.from(db.store.engine.all(collection), ([, text]) => read(text))
  }
  const list = guarded(() =>
    aggregate(docsOf(collectionOf(params, db)), pipeline, {
      scriptEnabled: false,
      collectionResolver: docsOf,
    }),
  )
  return { data: { list: list.map(write) } }
}
