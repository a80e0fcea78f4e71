import type { Context } from 'mingo/core'
import { Lazy, type Iterator } from 'mingo/lazy'
import * as accumulators from 'mingo/operators/accumulator'
import * as mingo from 'mingo/operators/pipeline'
import type { Options } from 'mingo/types'
import { CloudError } from '../cloud-error'
import { isPlain, type Doc } from '../protocol/ejson'

export type PipelineOps = Parameters<Context['addPipelineOps']>[0]
type Stage = (docs: Iterator, operand: never, options: Options) => Iterator
type Check = (operand: unknown) => boolean

const isAny: Check = () => true
const isBoolean: Check = (v) => typeof v === 'boolean'
const isCount: Check = (v) => Number.isInteger(v) && (v as number) >= 0
const isPositive: Check = (v) => isCount(v) && v !== 0
const isName: Check = (v) => typeof v === 'string' && v !== '' && !v.startsWith('$')
const isPath: Check = (v) => typeof v === 'string' && /^\$[^$]/.test(v)
const isList: Check = (v) => Array.isArray(v)
const isPipeline: Check = (v) => Array.isArray(v) && v.every((stage) => isPlain(stage))
const isFields: Check = (v) => isPlain(v) && Object.keys(v).length > 0
const everyField =
  (check: Check): Check =>
  (v) =>
    isFields(v) && Object.values(v as Doc).every(check)
const isAccumulator: Check = (v) =>
  isPlain(v) && Object.keys(v).length === 1 && Object.keys(v).every((key) => key in accumulators)
/** Options that must be there and options that may be, and no others. */
const options =
  (must: Record<string, Check>, may: Record<string, Check> = {}): Check =>
  (v) =>
    isPlain(v) &&
    Object.keys(must).every((name) => Object.hasOwn(v, name)) &&
    Object.entries(v).every(([name, value]) => (must[name] ?? may[name])?.(value))

const joined = options({ from: isName, localField: isName, foreignField: isName, as: isName })
const piped = options({ from: isName, pipeline: isPipeline, as: isName }, { let: isPlain })

/** What each stage takes. One that is not here is refused by its name, anything else by this table. */
const TAKES: Record<string, Check> = {
  $addFields: isFields,
  $bucket: options({ groupBy: isAny, boundaries: isList }, { default: isAny, output: isPlain }),
  $bucketAuto: options({ groupBy: isAny, buckets: isPositive }, { output: isPlain }),
  $count: isName,
  $facet: everyField(isPipeline),
  $graphLookup: options(
    {
      from: isName,
      startWith: isAny,
      connectFromField: isName,
      connectToField: isName,
      as: isName,
    },
    { maxDepth: isCount },
  ),
  $group: (v) =>
    isPlain(v) &&
    Object.entries(v).every(([name, value]) => name === '_id' || isAccumulator(value)),
  $limit: isPositive,
  $lookup: (v) => joined(v) || piped(v),
  $match: isPlain,
  $project: isFields,
  $redact: isAny,
  $replaceRoot: options({ newRoot: isAny }),
  $replaceWith: isAny,
  $sample: options({ size: isPositive }),
  $set: isFields,
  $skip: isCount,
  $sort: everyField((v) => v === 1 || v === -1),
  $sortByCount: isAny,
  $unionWith: (v) => isName(v) || options({ coll: isName }, { pipeline: isPipeline })(v),
  $unset: (v) => isName(v) || (Array.isArray(v) && v.every(isName)),
  $unwind: (v) =>
    isPath(v) ||
    options(
      { path: isPath },
      { includeArrayIndex: isName, preserveNullAndEmptyArrays: isBoolean },
    )(v),
}

/** mingo may draw the same document twice. */
const OWN: Record<string, Stage> = {
  $sample: (docs, { size }: { size: number }) =>
    docs.transform((list) => Lazy(shuffled(list).slice(0, size))),
}

/** MongoDB's stages for mingo. Those that write, need geometry or a script are left out. */
export const stages: PipelineOps = Object.fromEntries(
  Object.entries(TAKES).map(([name, takes]) => {
    const stage = OWN[name] ?? (mingo as Record<string, unknown> as Record<string, Stage>)[name]!
    const checked: Stage = (docs, operand, mingoOptions) => {
      if (!takes(operand))
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `[FailedOperation] ${name} does not take ${JSON.stringify(operand)}`,
        )
      return stage(docs, operand, mingoOptions)
    }
    return [name, checked]
  }),
) as PipelineOps

function shuffled<T>(list: T[]): T[] {
  const drawn = list.map((item) => ({ item, at: Math.random() }))
  return drawn.sort((a, b) => a.at - b.at).map(({ item }) => item)
}
