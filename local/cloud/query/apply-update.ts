import * as updateOperators from 'mingo/operators/update'
import { update } from 'mingo/updater'
import { cloneDeep } from 'mingo/util'
import { CloudError } from '../cloud-error'
import { DEEPEST, isPlain, type Doc } from '../protocol/ejson'
import { guarded } from './matcher'

const OPERATORS = updateOperators as unknown as Record<
  string,
  (fields: Doc) => (doc: Doc) => unknown
>
const NUMERIC = new Set(['$inc', '$mul'])
const OF_ARRAYS = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet'])
const LENIENT = new Set(['$unset', '$pull', '$pullAll', '$pop', '$rename'])
const KNOWN = new Set([...NUMERIC, ...OF_ARRAYS, ...LENIENT, '$set', '$min', '$max', '$bit'])

/**
 * The document that MongoDB's update operators make of `doc`, which stays as it is and shares with the new one what was
 * not touched. Where mingo would silently do nothing, the service's error is thrown.
 */
export function updated(doc: Doc, change: Doc, filter: Doc): Doc {
  const operators = Object.entries(change)
  if (
    operators.length === 0 ||
    !operators.every(([key, fields]) => key.startsWith('$') && isPlain(fields))
  )
    throw new CloudError('INVALID_PARAM', 'an update must name at least one field')
  const paths: string[] = []
  for (const [operator, fields] of operators as [string, Doc][]) {
    if (!KNOWN.has(operator))
      throw new CloudError('DATABASE_INVALID_OPERRATOR', `unknown update operator ${operator}`)
    for (const [path, operand] of Object.entries(fields)) {
      check(doc, operator, path, operand)
      paths.push(path)
      if (operator === '$rename') paths.push(String(operand))
    }
  }
  refuseOverlaps(paths)
  if (paths.some((path) => /(^|\.)\$/.test(path))) {
    const after = cloneDeep(doc)
    guarded(() => update(after, change as never, [], filter as never, { cloneMode: 'none' }))
    return after
  }
  const after = openedAt(doc, paths)
  // One by one: mingo's `update` would assemble all of its operator tables anew for each document.
  guarded(() => {
    for (const [operator, fields] of operators as [string, Doc][])
      OPERATORS[operator]!(fields)(after)
  })
  return after
}

/** MongoDB refuses to change a field and, in the same update, that field or a part of it. */
function refuseOverlaps(paths: string[]): void {
  const whole = new Set<string>()
  const opened = new Set<string>()
  for (const path of paths) {
    for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      const above = path.slice(0, dot)
      if (whole.has(above))
        fail(`Updating the path "${path}" would create a conflict at "${above}"`)
      opened.add(above)
    }
    if (whole.has(path) || opened.has(path))
      fail(`Updating the path "${path}" would create a conflict at "${path}"`)
    whole.add(path)
  }
}

/** A copy that may be changed at these paths and nowhere else. */
function openedAt(doc: Doc, paths: string[]): Doc {
  const after = { ...doc }
  for (const path of paths) {
    let at = after
    for (const step of path.split('.')) {
      const inner = child(at, step)
      if (Array.isArray(inner)) at[step] = [...(inner as unknown[])]
      else if (isPlain(inner)) at[step] = { ...inner }
      else break
      at = at[step] as Doc
    }
  }
  return after
}

function check(doc: Doc, operator: string, path: string, operand: unknown): void {
  const steps = path.split('.')
  if (steps.includes('')) fail(`the field path "${path}" has an empty part`)
  if (steps.length > DEEPEST) fail(`the field path is deeper than ${DEEPEST} levels`)
  if (steps[0] === '_id') fail('_id cannot be changed')
  if (steps.includes('__proto__')) fail('a field may not be __proto__')
  if (steps.some((step) => step.startsWith('$'))) return
  if (NUMERIC.has(operator) && typeof operand !== 'number')
    fail(`Cannot ${operator.slice(1)} "${path}" with a non-numeric argument`)
  let at: unknown = doc
  for (const step of steps.slice(0, -1)) {
    at = child(at, step)
    if (at === undefined) return
    if ((typeof at !== 'object' || at === null) && !LENIENT.has(operator))
      fail(`Cannot create field in element ${step} of "${path}": it holds ${JSON.stringify(at)}`)
  }
  const last = steps.at(-1)!
  if (Array.isArray(at) && !/^\d+$/.test(last) && !LENIENT.has(operator))
    fail(`Cannot create field "${last}" in an array ("${path}")`)
  const value = child(at, last)
  if (value === undefined) return
  if (NUMERIC.has(operator) && typeof value !== 'number')
    fail(`Cannot apply ${operator} to the non-numeric field "${path}"`)
  if (OF_ARRAYS.has(operator) && !Array.isArray(value))
    fail(`Cannot apply ${operator} to the non-array field "${path}"`)
}

function child(at: unknown, step: string): unknown {
  if (typeof at !== 'object' || at === null) return undefined
  return Object.hasOwn(at, step) ? (at as Doc)[step] : undefined
}

function fail(message: string): never {
  throw new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
}
