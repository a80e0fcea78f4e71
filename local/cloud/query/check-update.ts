import { CloudError } from '../cloud-error'
import { DEEPEST, FORBIDDEN, isPlain, type Doc } from '../protocol/ejson'
import { refuseOperators } from './storable'

const NUMERIC = new Set(['$inc', '$mul'])
const OF_ARRAYS = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet'])
/** Those that do nothing where there is nothing. */
const LENIENT = new Set(['$unset', '$pull', '$pullAll', '$pop', '$rename'])
/** Operators whose operand is stored. */
const STORING = new Set(['$set', '$min', '$max', '$push', '$addToSet'])
const MODIFIERS = ['$each', '$position', '$slice', '$sort']
/** Places that an index may lie behind the end of its list: the ones between are filled with null. */
const MOST_PADDING = 10_000

/** What MongoDB refuses about the operand alone, and mingo would ignore. */
export function checkOperand(operator: string, path: string, operand: unknown): void {
  if (NUMERIC.has(operator) && typeof operand !== 'number')
    failed(`Cannot ${operator.slice(1)} "${path}" with a non-numeric argument`)
  if (operator === '$rename' && typeof operand !== 'string')
    failed(`the new name of "${path}" must be a string`)
  if (operator === '$bit' && !(isPlain(operand) && Object.values(operand).every(Number.isInteger)))
    failed(`$bit takes whole numbers`)
  if (!STORING.has(operator)) return
  const list = operator === '$push' || operator === '$addToSet'
  if (list && isPlain(operand) && '$each' in operand) checkModifiers(operator, operand)
  else refuseOperators(operand)
}

function checkModifiers(operator: string, operand: Doc): void {
  refuseOperators(operand['$each'])
  const known = operator === '$push' ? MODIFIERS : ['$each']
  const unknown = Object.keys(operand).find((key) => !known.includes(key))
  if (unknown !== undefined) failed(`Unrecognized clause in ${operator}: ${unknown}`)
  const { $sort: sort } = operand
  // MongoDB sorts by several fields too; mingo by one.
  const ways = isPlain(sort) ? Object.values(sort) : [sort ?? 1]
  if (ways.length !== 1 || (ways[0] !== 1 && ways[0] !== -1))
    failed('unsupported by the local cloud: a $sort other than 1, -1 or one field')
}

/** What MongoDB refuses about the place that an operator changes. */
export function checkPath(doc: Doc, operator: string, path: string): void {
  const steps = path.split('.')
  if (steps.includes('')) failed(`the field path "${path}" has an empty part`)
  if (steps.length > DEEPEST) failed(`the field path is deeper than ${DEEPEST} levels`)
  if (steps[0] === '_id') failed('_id cannot be changed')
  if (steps.some((step) => FORBIDDEN.has(step) || step in Object.prototype || step.includes('\0')))
    failed(`"${path}" is not the name of a field`)
  if (steps.some((step) => step.startsWith('$'))) {
    if (steps.every((step) => !step.startsWith('$') || step === '$' || step === '$[]')) return
    failed(`The dollar ($) prefixed field of "${path}" is not valid for storage`)
  }
  checkSteps(doc, operator, path, steps)
}

function checkSteps(doc: Doc, operator: string, path: string, steps: string[]): void {
  let at: unknown = doc
  for (const step of steps) {
    if (Array.isArray(at) && operator === '$rename')
      failed(`$rename cannot reach into a list ("${path}")`)
    if (Array.isArray(at) && !LENIENT.has(operator)) {
      if (!/^\d+$/.test(step)) failed(`Cannot create field "${step}" in an array ("${path}")`)
      if (Number(step) > at.length + MOST_PADDING)
        failed(`"${path}" is more than ${MOST_PADDING} places behind the end of its list`)
    } else if ((typeof at !== 'object' || at === null) && !LENIENT.has(operator))
      failed(`Cannot create field "${step}" of "${path}" in ${JSON.stringify(at)}`)
    at = child(at, step)
    if (at === undefined) return
  }
  if (NUMERIC.has(operator) && typeof at !== 'number')
    failed(`Cannot apply ${operator} to the non-numeric field "${path}"`)
  if (operator === '$bit' && !Number.isInteger(at))
    failed(`Cannot apply $bit to the field "${path}", which is no whole number`)
  if (OF_ARRAYS.has(operator) && !Array.isArray(at))
    failed(`Cannot apply ${operator} to the non-array field "${path}"`)
}

export function child(at: unknown, step: string): unknown {
  if (typeof at !== 'object' || at === null) return undefined
  return Object.hasOwn(at, step) ? (at as Doc)[step] : undefined
}

export function failed(message: string): never {
  throw new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
}
