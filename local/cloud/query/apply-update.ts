import { update } from 'mingo/updater'
import { cloneDeep } from 'mingo/util'
import { CloudError } from '../cloud-error'
import { isPlain, type Doc } from '../protocol/ejson'
import { checkOperand, checkPath, child, failed } from './check-update'
import { guarded } from './matcher'
import { updateOperators } from './update-operators'

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
    if (!Object.hasOwn(updateOperators, operator))
      throw new CloudError('DATABASE_INVALID_OPERRATOR', `unknown update operator ${operator}`)
    for (const [path, operand] of Object.entries(fields)) {
      checkOperand(operator, path, operand)
      checkPath(doc, operator, path)
      paths.push(path)
      if (operator !== '$rename') continue
      checkPath(doc, operator, operand as string)
      paths.push(operand as string)
    }
  }
  refuseOverlaps(paths)
  if (paths.some((path) => path.includes('$'))) {
    const after = cloneDeep(doc)
    guarded(() => update(after, change as never, [], filter as never, { cloneMode: 'none' }))
    return after
  }
  const after = openedAt(doc, paths)
  // One by one: mingo's `update` would assemble all of its operator tables anew for each document.
  guarded(() => {
    for (const [operator, fields] of operators as [string, Doc][])
      updateOperators[operator]!(fields)(after)
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
        failed(`Updating the path "${path}" would create a conflict at "${above}"`)
      opened.add(above)
    }
    if (whole.has(path) || opened.has(path))
      failed(`Updating the path "${path}" would create a conflict at "${path}"`)
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
