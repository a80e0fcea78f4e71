import type { Context } from 'mingo/core'
import { Lazy, type Iterator } from 'mingo/lazy'
import * as accumulators from 'mingo/operators/accumulator'
import * as mingo from 'mingo/operators/pipeline'
import type { Options } from 'mingo/types'
import { compare } from 'mingo/util'
import { CloudError } from '../cloud-error'
import { isPlain, type Doc } from '../protocol/ejson'

export type PipelineOps = Parameters<Context['addPipelineOps']>[0]
type Stage = (docs: Iterator, operand: never, options: Options) => Iterator
interface Bucket {
  groupBy: unknown
  boundaries: unknown[]
  default?: unknown
  output?: Doc
}
type Check = (operand: unknown) => boolean

const isAny: Check = () => true
const isBoolean: Check = (v) => typeof v === 'boolean'
const isCount: Check = (v) => Number.isInteger(v) && (v as number) >= 0
const isPositive: Check = (v) => isCount(v) && v !== 0
const isName: Check = (v) => typeof v === 'string' && v !== '' && !v.startsWith('$')
const isPath: Check = (v) => typeof v === 'string' && /^\$[^$]/.test(v)
const areAscending: Check = (v) =>
  Array.isArray(v) && v.length > 1 && v.every((to, i) => i === 0 || compare(v[i - 1], to) < 0)
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
  $bucket: options(
    { groupBy: isAny, boundaries: areAscending },
    { default: isAny, output: isPlain },
  ),
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

const MINGO = mingo as Record<string, unknown> as Record<string, Stage>

/** Where mingo answers otherwise than MongoDB does. */
const OWN: Record<string, Stage> = {
  // mingo puts a boundary itself into the bucket before it, and shows empty ones.
  $bucket: (docs, operand: Bucket, mingoOptions) => {
    const { groupBy, boundaries, default: otherwise, output = { count: { $sum: 1 } } } = operand
    const branches = boundaries.slice(1).map((to, i) => ({
      case: { $and: [{ $gte: [groupBy, boundaries[i]] }, { $lt: [groupBy, to] }] },
      // oxlint-disable-next-line unicorn/no-thenable -- MongoDB's own name
      then: boundaries[i],
    }))
    const _id = { $switch: { branches, ...('default' in operand && { default: otherwise }) } }
    const groups = MINGO['$group']!(docs, { _id, ...output } as never, mingoOptions)
    return MINGO['$sort']!(groups, { _id: 1 } as never, mingoOptions)
  },
  // mingo may draw the same document twice.
  $sample: (docs, { size }: { size: number }) =>
    docs.transform((list) => Lazy(shuffled(list).slice(0, size))),
}

/** MongoDB's stages for mingo. Those that write, need geometry or a script are left out. */
export const stages: PipelineOps = Object.fromEntries(
  Object.entries(TAKES).map(([name, takes]) => {
    const stage = OWN[name] ?? MINGO[name]!
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
