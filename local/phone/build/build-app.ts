import { builtinTags } from '../builtins/tags'
import type { AppManifest } from '../runtime/types'
import { packagesOf, pagesOf, trimSlashes, type AppJson, type Json } from './app-json'
import { changesOf, type Change } from './changes-of'
import { compileScript, type Script } from './compile-script'
import { compileStyle, type StyleOwner } from './compile-style'
import { compileScriptFile, compileTemplate, type Template } from './compile-template'
import { noParts, type ComponentConfig, type Parts } from './parts'
import { lineAt, lineOfName, type Problem } from './problem'
import { endlessComponents } from './endless'
import { handlersIn } from './scan-elements'
import type { Locate } from './source-position'
import { openSourceTree, type SourceTree } from './source-tree'

export interface AppBuild {
  manifest(): AppManifest
  /** app.js with what it requires, and app.wxss. */
  appParts(): Promise<Parts>
  pageParts(path: string): Promise<Parts>
  /** For reading stacks: how places in the compiled file `path` are found in its source. */
  locate(this: void, path: string): Locate | undefined
  /**
   * Forgets what was compiled from these files; without names, from all of the app's own. What
   * pages were before it stays known for `changes`.
   */
  forget(files?: readonly string[]): void
  /** What the last `forget` changed of app.wxss and of pages that phones have. */
  changes(pages: readonly string[]): Promise<Change[]>
}

/** Packages are as their authors left them; only the app's own files are held to warnings. */
const isPackage = (path: string) => path.startsWith('miniprogram_npm/')

/** Class prefix of a component's style sheet: readable and unlike any other's. */
const prefixOf = (path: string) => path.replace(/^miniprogram_npm\//, '').replace(/[^\w-]/g, '_')

/** `options: { styleIsolation }` counts as much as the json's, and decides how the sheet is built. */
const isolationIn = (code: string) =>
  /styleIsolation:\s*["']([\w-]+)["']/.exec(code)?.[1] ??
  (/addGlobalClass:\s*(?:true|!0)/.test(code) ? 'apply-shared' : undefined)

const cached = <T>(map: Map<string, T>, key: string, make: () => T) => {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

export const buildApp = (appDir: string): AppBuild => {
  const tree: SourceTree = openSourceTree(appDir)
  const scripts = new Map<string, Promise<Script | { problems: Problem[] }>>()
  const compiled = new Map<string, Script>()
  const templates = new Map<string, Template>()
  const styles = new Map<string, ReturnType<typeof compileStyle>>()
  const built = new Map<string, Promise<Parts>>()
  /** What phones were given, and how that differs from the newest build. */
  const given = new Map<string, Parts>()
  const changed = new Map<string, Promise<Change>>()
  let version = 1

  const readJson = (path: string, problems: Problem[]): Json => {
    if (!tree.exists(path)) return {}
    const source = tree.read(path)
    try {
      return JSON.parse(source) as Json
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const at = /position (\d+)/.exec(message)?.[1]
      // Without a position the end came too early.
      problems.push({ file: path, line: lineAt(source, Number(at ?? source.length)), message })
      return {}
    }
  }

  const app = (problems: Problem[] = []): AppJson => readJson('app.json', problems)

  const addScript = async (parts: Parts, path: string) => {
    if (path in parts.scripts) return
    const result = await cached(scripts, path, () => compileScript(tree, path))
    if ('problems' in result) {
      parts.problems.push(...result.problems)
      return
    }
    if (path in parts.scripts) return
    compiled.set(path, result)
    parts.scripts[path] = { code: result.code, requires: result.requires }
    await Promise.all(
      Object.values(result.requires).map(async (target) => {
        if (target !== null) await addScript(parts, target)
      }),
    )
  }

  const addWxs = (parts: Parts, path: string) => {
    if (path in parts.wxs) return
    parts.wxs[path] = ''
    const { code, requires } = compileScriptFile(tree, path)
    for (const target of requires) addWxs(parts, target)
    parts.wxs[path] = code
  }

  /** The template and all that it imports. */
  const addTemplate = (parts: Parts, path: string, family: Template[] = []): Template[] => {
    const template = cached(templates, path, () => compileTemplate(tree, path))
    if (family.includes(template)) return family
    family.push(template)
    if (!(path in parts.templates)) parts.problems.push(...template.problems)
    for (const script of template.scripts) addWxs(parts, script)
    for (const target of template.templates) addTemplate(parts, target, family)
    parts.templates[path] = template.code
    return family
  }

  const addStyle = (parts: Parts, path: string, owner: StyleOwner) => {
    const file = `${path}.wxss`
    if (path in parts.styles || !tree.exists(file)) return
    const { css, problems } = cached(styles, file, () => compileStyle(tree, file, owner))
    parts.problems.push(...problems)
    parts.styles[path] = { css, ...(owner.kind === 'component' ? { prefix: owner.prefix } : {}) }
  }

  const using = (path: string, json: Json, family: Template[], problems: Problem[]) => {
    const packed = isPackage(path)
    const own = (json.usingComponents ?? {}) as Record<string, string>
    const declared = { ...(packed ? {} : app().usingComponents), ...own }
    const generics = (json.componentGenerics ?? {}) as Json
    const used = new Map(family.flatMap(({ tags }) => [...tags]))
    const named = [...used.keys(), ...family.flatMap((one) => [...one.generics])]
    for (const value of Object.values((json.componentPlaceholder ?? {}) as Json))
      if (typeof value === 'string') named.push(value)
    const resolved: Record<string, string> = {}
    for (const [name, request] of Object.entries(declared)) {
      const from = name in own ? path : 'app'
      const target = tree.resolveComponent(from, request)
      if (target === undefined) {
        const file = `${from}.json`
        const line = lineOfName(tree.read(file), name)
        problems.push({ file, line, message: `<${name}>: no component at ${request}` })
      } else if (named.includes(name)) resolved[name] = `/${target}`
    }
    for (const { tags } of family)
      for (const [tag, line] of tags)
        if (!(tag in declared) && !(tag in generics) && !builtinTags.has(tag) && !packed)
          problems.push({
            file: `${path}.wxml`,
            line,
            message: `<${tag}> is neither in usingComponents nor a component of WeChat that the phone has`,
          })
    return resolved
  }

  const addComponent = async (parts: Parts, path: string, isPage: boolean): Promise<void> => {
    if (path in parts.components) return
    const { problems } = parts
    const json = readJson(`${path}.json`, problems)
    if (!tree.exists(`${path}.wxml`)) {
      problems.push({ file: `${path}.wxml`, message: 'this file is missing' })
      return
    }
    const config: ComponentConfig = { ...json, usingComponents: {} }
    if (isPage) delete config.component
    const script = tree.resolveScript('app', `/${path}`)
    parts.components[path] = { config, ...(script === undefined ? {} : { script }) }
    const family = addTemplate(parts, path)
    const handlers = isPackage(path) ? {} : handlersIn(family[0]?.elements ?? [])
    if (Object.keys(handlers).length > 0) Object.assign(parts.components[path], { handlers })
    config.usingComponents = using(path, json, family, problems)
    if (script === undefined && isPage)
      problems.push({ file: `${path}.js`, message: 'the page has no script' })
    if (script !== undefined) await addScript(parts, script)
    const isolation =
      (json.styleIsolation as string | undefined) ??
      (isPage || script === undefined ? undefined : isolationIn(tree.read(script)))
    if (isolation !== undefined) config.styleIsolation = isolation
    const generic = Object.values(config.componentGenerics ?? {}).flatMap((value) => {
      const request = (value as { default?: string }).default
      const target = request === undefined ? undefined : tree.resolveComponent(path, request)
      return target === undefined ? [] : [target]
    })
    addStyle(
      parts,
      path,
      isPage
        ? { kind: 'page', path }
        : isolation === 'shared'
          ? { kind: 'shared' }
          : { kind: 'component', prefix: prefixOf(path) },
    )
    await Promise.all(
      [...Object.values(config.usingComponents), ...generic].map((target) =>
        addComponent(parts, trimSlashes(target), false),
      ),
    )
  }

  const missingPages = (json: AppJson): Problem[] => {
    const source = tree.exists('app.json') ? tree.read('app.json') : ''
    return pagesOf(json).flatMap(({ path, name }) => {
      const file = `${path}.wxml`
      if (tree.exists(file)) return []
      return [
        {
          file: 'app.json',
          line: lineOfName(source, name),
          message: `names the page ${name}, but there is no ${file}`,
        },
      ]
    })
  }

  const buildShell = async () => {
    const parts = noParts()
    const json = app(parts.problems)
    if (json.pages === undefined && parts.problems.length === 0)
      parts.problems.push({ file: 'app.json', message: 'is missing or names no pages' })
    const script = tree.resolveScript('app', '/app')
    if (script === undefined) parts.problems.push({ file: 'app.js', message: 'is missing' })
    else await addScript(parts, script)
    addStyle(parts, 'app', { kind: 'app' })
    parts.problems.push(...missingPages(json))
    return parts
  }

  const buildPage = async (path: string) => {
    const parts = noParts()
    await addComponent(parts, path, true)
    if (app().tabBar?.custom && tree.exists('custom-tab-bar/index.wxml'))
      await addComponent(parts, 'custom-tab-bar/index', false)
    parts.problems.push(
      ...endlessComponents(parts.components, (one) => templates.get(one)?.elements ?? []),
    )
    return parts
  }

  /** '' stands for app.js and app.wxss. */
  const partsOf = (path: string) =>
    cached(built, path, () => (path === '' ? buildShell() : buildPage(path)))

  const remember = async (path: string) => {
    const parts = await partsOf(path)
    given.set(path, parts)
    return parts
  }

  const changeOf = async (path: string) => {
    const before = given.get(path) ?? noParts()
    return changesOf(path, before, await remember(path))
  }

  const renew = async (path: string) => {
    // A phone that has the old build still wants to hear the difference.
    if (version > 1 && given.has(path)) await cached(changed, path, () => changeOf(path))
    return remember(path)
  }

  return {
    manifest: () => {
      const json = app()
      return {
        app: json,
        pages: pagesOf(json).map(({ path }) => path),
        ...(json.tabBar ? { tabBar: json.tabBar } : {}),
        subpackages: packagesOf(json),
        version,
      }
    },
    appParts: () => renew(''),
    pageParts: renew,
    locate: (path) =>
      compiled.get(path)?.locate ?? templates.get(path.replace(/\.wxml$/, ''))?.locate,
    forget: (files) => {
      version += 1
      built.clear()
      changed.clear()
      if (files === undefined) {
        for (const map of [scripts, templates, styles])
          for (const key of map.keys()) if (!key.startsWith('miniprogram_npm/')) map.delete(key)
        return
      }
      for (const file of files) {
        scripts.delete(file)
        templates.delete(file.replace(/\.\w+$/, ''))
      }
      for (const [key, { files: from }] of styles)
        if (from.some((one) => files.includes(one))) styles.delete(key)
    },
    changes: (pages) =>
      Promise.all(['', ...pages].map((path) => cached(changed, path, () => changeOf(path)))),
  }
}
