import type { Parts } from '../build/parts'

type Module = { exports: unknown }
type Body = (...scope: unknown[]) => void

/** What a script finds in its scope beside require, module and exports. */
export type Scope = Record<string, unknown>

export interface Loader {
  add(scripts: Parts['scripts']): void
  /** Puts other scripts in the place of these: each runs anew when it is next required. */
  replace(scripts: Parts['scripts']): void
  has(path: string): boolean
  /** Runs a script once and gives its exports. */
  require(path: string): unknown
  /** Path without extension of the page or component whose script is running. */
  executing(): string | undefined
  /** Says that running `script` defines the component `path`. */
  ownScript(script: string, path: string): void
}

/** Path of the app's source in stacks: `http://…/phone/source/pages/home/home.ts`. */
const sourceUrl = (path: string) => `${location.origin}/phone/source/${path}`

const bodyOf = (path: string, code: string, names: string[]): Body =>
  // One line before the code would shift every line of its map.
  // oxlint-disable-next-line no-eval -- the app's scripts are its text; eval gives them a name in stacks
  (0, eval)(
    `(function(require,module,exports,${names.join(',')}){${code}\n})\n//# sourceURL=${sourceUrl(path)}`,
  ) as Body

/** CommonJS for the app's scripts: each in its own function, run when first required. */
export const createLoader = (scope: Scope): Loader => {
  const scripts: Parts['scripts'] = {}
  const modules = new Map<string, Module>()
  const components = new Map<string, string>()
  const running: string[] = []

  const load = (path: string): unknown => {
    const known = modules.get(path)
    if (known) return known.exports
    const script = scripts[path]
    if (!script) throw new Error(`module '${path}' is not defined`)
    const module: Module = { exports: {} }
    modules.set(path, module)
    const require = (request: string) => {
      const target = script.requires[request]
      if (!target) throw new Error(`module '${request}' is not defined, required by '${path}'`)
      return load(target)
    }
    const component = components.get(path)
    if (component !== undefined) running.push(component)
    // Read now: `wx` joins the scope after the loader is made.
    const names = Object.keys(scope)
    try {
      bodyOf(path, script.code, names).call(
        undefined,
        require,
        module,
        module.exports,
        ...names.map((name) => scope[name]),
      )
    } catch (error) {
      modules.delete(path)
      throw error
    } finally {
      if (component !== undefined) running.pop()
    }
    return module.exports
  }

  return {
    add: (more) => {
      for (const [path, script] of Object.entries(more)) scripts[path] ??= script
    },
    replace: (others) => {
      for (const path of Object.keys(others)) modules.delete(path)
      Object.assign(scripts, others)
    },
    has: (path) => path in scripts,
    require: load,
    executing: () => running.at(-1),
    ownScript: (script, path) => void components.set(script, path),
  }
}
