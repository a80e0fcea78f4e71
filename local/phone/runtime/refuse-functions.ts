import { component } from 'glass-easel-miniprogram-adapter'
import { componentOf } from './element-tree'
import { reportError } from './report-error'

/** Data deeper than this is not looked into; it may go in a circle. */
const depthLimit = 12

/** Path of the first function in `value`, e.g. `rows[3].go`. */
const functionIn = (value: unknown, path: string, depth = 0): string | undefined => {
  if (typeof value === 'function') return path
  if (typeof value !== 'object' || value === null || depth > depthLimit) return undefined
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) {
      const found = functionIn(one, `${path}[${index}]`, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  for (const [name, one] of Object.entries(value)) {
    const found = functionIn(one, path === '' ? name : `${path}.${name}`, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

type SetData = (this: unknown, data: Record<string, unknown>, done?: () => void) => void

/** WeChat carries data as JSON: a function given to setData is dropped there, so it is named here. */
export const refuseFunctions = () => {
  const prototype = component.ComponentCaller.prototype as unknown as { setData: SetData }
  const { setData } = prototype
  prototype.setData = function (this: unknown, data: Record<string, unknown>, done?: () => void) {
    // A package is as its authors left it.
    const own = !componentOf(this)?.is.startsWith('miniprogram_npm/')
    const found = own ? functionIn(data, '') : undefined
    if (found === undefined) return setData.call(this, data, done)
    reportError(new Error(`setData: ${found} is a function, and data holds only what JSON can`))
    const { [found.split(/[.[]/)[0] ?? '']: _, ...rest } = data
    return setData.call(this, rest, done)
  }
}
