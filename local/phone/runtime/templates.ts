import { isComponentNode, styleSegments, type Settable } from './element-tree'
import { reportError } from './report-error'
import { instanceFor } from './wxs-instance'

type Compiled = (name: string) => unknown
type SetProperty = (node: unknown, name: string, value: unknown, ...rest: unknown[]) => void
type Listener = (...args: unknown[]) => unknown

interface Helpers {
  A: (listener: Listener) => Listener
  C: (caller: unknown, event: object, listener: Listener, path?: unknown[] | null) => unknown
  H: (set: SetProperty, node: Settable, name: string, value: unknown, ...rest: unknown[]) => void
}

interface TemplateRuntime {
  G: Record<string, Compiled>
  R: Record<string, unknown>
  Q: Helpers
  define(code: string, name: string): unknown
}

/** Filled by the server's page: the template compiler's own runtime. */
declare const phoneTemplateRuntime: TemplateRuntime

/** What WXS has instead of constructors; templates find them as globals. */
const wxsGlobals = {
  getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
  getDate: (...given: [] | [number]) => new Date(...(given as [number])),
}

/** Templates and WXS as they arrive from the server. */
export const createTemplates = () => {
  const runtime = phoneTemplateRuntime
  Object.assign(globalThis, wxsGlobals)
  const { Q } = runtime
  // Once the tree stands: a listener may look for elements that come after its own.
  Q.A = (listener) => (value, old, host, node) =>
    queueMicrotask(() => {
      try {
        listener.call(null, value, old, instanceFor(host), instanceFor(node))
      } catch (error) {
        reportError(error, 'WXS change')
      }
    })
  Q.C = (caller, event, listener, path) => {
    if (!path || path[0] === 0) return listener.call(caller, event)
    const wxsEvent = Object.create(event, {
      instance: { value: instanceFor((event as { currentTarget: unknown }).currentTarget) },
    }) as object
    return listener.call(caller, wxsEvent, instanceFor(caller))
  }
  Q.H = (set, node, name, value, ...rest) => {
    if (isComponentNode(node))
      node.setNodeStyle(value ? 'display:none!important' : '', styleSegments.top)
    else set(node, name, value, ...rest)
  }
  const known = new Set<string>()
  return {
    add(wxs: Record<string, string>, templates: Record<string, string>) {
      for (const [path, code] of Object.entries(wxs))
        if (!(path in runtime.R)) runtime.define(`(()=>{${code}})()`, `${path}.wxs`)
      for (const [path, code] of Object.entries(templates)) {
        if (known.has(path)) continue
        known.add(path)
        runtime.G[path] = runtime.define(code, `${path}.wxml`) as Compiled
      }
    },
    replace(path: string, code: string) {
      runtime.G[path] = runtime.define(code, `${path}.wxml`) as Compiled
    },
    of: (path: string) => ({ groupList: runtime.G, content: runtime.G[path] }),
  }
}
