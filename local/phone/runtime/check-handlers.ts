import type { GeneralComponent } from 'glass-easel'
import type { Parts } from '../build/parts'
import { reportError } from './report-error'

/** A handler that a template names and its component does not have would never be heard of. */
export const checkHandlers = () => {
  const waiting = new Map<string, Record<string, number>>()
  return {
    add(components: Parts['components']) {
      for (const [path, { handlers }] of Object.entries(components))
        if (handlers) waiting.set(path, handlers)
    },
    /** Once a path, when the first of its kind is ready: until then methods may still be assigned. */
    check(component: GeneralComponent) {
      const handlers = waiting.get(component.is)
      if (!handlers) return
      waiting.delete(component.is)
      const caller = component.getMethodCaller() as Record<string, unknown>
      for (const [name, line] of Object.entries(handlers))
        if (typeof caller[name] !== 'function')
          reportError(`${component.is}.wxml:${line} names the handler ${name}, which is no method`)
    },
  }
}
