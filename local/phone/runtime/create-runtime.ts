import type { Parts } from '../build/parts'
import type { Definition, Framework } from './framework'
import type { Loader } from './loader'
import { createMount } from './mount-page'
import { onReportedError, reportError, ShownProblem, showProblems } from './report-error'
import type { AppManifest, LaunchOptions, Runtime } from './types'

type AppObject = Record<string, unknown>

export interface RuntimeParts {
  manifest: AppManifest
  appParts: Parts
  framework: Framework
  loader: Loader
  /** A page whose parts came with the document. */
  first?: { page: string; parts: Parts }
}

/** What scripts of the app call to define things; the loader knows which file is running. */
export const definers = (
  framework: Framework,
  loader: () => Loader,
  app: (app: AppObject) => void,
) => {
  const here = (name: string) => {
    const path = loader().executing()
    if (path === undefined) throw new Error(`${name}() outside a page's or component's own script`)
    return path
  }
  return {
    App: app,
    Page: (definition: Definition) => framework.definePage(here('Page'), definition),
    Component: (definition: Definition) => framework.defineComponent(here('Component'), definition),
    Behavior: (definition: Definition) => framework.defineBehavior(definition),
  }
}

const fetchParts = async (path: string, loaded: ReadonlySet<string>): Promise<Parts> => {
  const query = new URLSearchParams({ page: path, have: [...loaded].join(',') })
  const reply = await fetch(`/phone/parts?${query}`)
  if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`)
  return (await reply.json()) as Parts
}

export const createRuntime = (
  { manifest, appParts, framework, loader, first }: RuntimeParts,
  app: { current: AppObject | undefined },
): Runtime => {
  const loaded = new Set<string>()
  const registered = new Set<string>()

  const accept = (parts: Parts) => {
    if (parts.problems.length > 0) {
      showProblems(parts.problems)
      const [first] = parts.problems
      throw new ShownProblem(
        `${first?.file}${first?.line ? `:${first.line}` : ''} ${first?.message}`,
      )
    }
    loader.add(parts.scripts)
    framework.add(parts)
  }

  /** Runs the scripts of components not yet defined. */
  const register = (components: Parts['components']) => {
    for (const [path, { script }] of Object.entries(components)) {
      if (registered.has(path)) continue
      registered.add(path)
      if (script === undefined) {
        framework.defineComponent(path, {})
        continue
      }
      loader.ownScript(script, path)
    }
    for (const [path, { script }] of Object.entries(components)) {
      if (script === undefined) continue
      loader.require(script)
      if (!framework.defined(path)) throw new Error(`${script}:1 calls neither Page nor Component`)
    }
  }

  const asked = new Map<string, Promise<Parts>>()
  const ask = (path: string) => {
    const parts = asked.get(path) ?? fetchParts(path, loaded)
    asked.set(path, parts)
    // A page that could not be had is asked for again when it is opened.
    parts.catch(() => asked.delete(path))
    return parts
  }

  /** `preloadRule`: files of other packages are fetched, not run, while somebody looks at this page. */
  const preload = (path: string) => {
    const rules = (manifest.app['preloadRule'] ?? {}) as Record<string, { packages?: string[] }>
    for (const name of rules[path]?.packages ?? []) {
      const found = manifest.subpackages.find((one) => one.name === name || one.root === name)
      for (const page of found?.pages ?? []) {
        const target = `${found?.root}/${page}`
        if (!loaded.has(target)) ask(target).catch(() => {})
      }
    }
  }

  const loadPage = async (path: string) => {
    if (loaded.has(path)) return
    const parts = first?.page === path ? first.parts : await ask(path)
    asked.delete(path)
    accept(parts)
    register(parts.components)
    loaded.add(path)
  }

  const callApp = (name: string, argument: unknown) => {
    const method = app.current?.[name]
    if (typeof method !== 'function') return false
    try {
      method.call(app.current, argument)
    } catch (error) {
      reportError(error, `App.${name}`)
    }
    return true
  }

  onReportedError((error, text, where) => {
    // What fails while it hears of an error must not hear of that too.
    if (where === 'App.onError' || where === 'App.onUnhandledRejection') return
    if (where === 'Promise') callApp('onUnhandledRejection', { reason: error })
    else callApp('onError', text)
  })

  const mount = createMount(framework, manifest, loadPage)

  return {
    manifest,
    async mountPage(...given) {
      const page = await mount(...given)
      preload(page.path)
      return page
    },
    callApp,
    async launchApp(options: LaunchOptions) {
      accept(appParts)
      loader.require(Object.keys(appParts.scripts).find((path) => /^app\.[jt]s$/.test(path)) ?? '')
      app.current ??= {}
      callApp('onLaunch', options)
      callApp('onShow', options)
      await Promise.resolve()
    },
    getApp: () => app.current,
    loadedPages: () => [...loaded],
  }
}
