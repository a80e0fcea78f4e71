import { posix } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { compileWxs } from './compile-wxs'
import { lineAt, type Problem } from './problem'
import { scanElements, type SourceElement } from './scan-elements'
import { locateInTemplate, type Locate } from './source-position'
import type { SourceTree } from './source-tree'

interface Diagnostic {
  isError: boolean
  message: string
  startLine: number
}

export interface Template {
  /** JavaScript expression over the names of `runtimeNames`. */
  code: string
  /** Imported and included templates, scripts: paths without extension. */
  templates: string[]
  scripts: string[]
  /** Element names with the line where each first stands. */
  tags: Map<string, number>
  /** Component names given to generics. */
  generics: Set<string>
  elements: SourceElement[]
  locate: Locate
  problems: Problem[]
}

const compilerRuntime = (() => {
  const group = new TmplGroup()
  // Without any script the module loader of WXS, D, is left out.
  group.addScript('any', '')
  return group.getRuntimeString()
})()

/** Stands before a template's code where the phone defines it, on the same line. */
const definePrefix = '(G,R,D,X,Y,Z,P,Q)=>'

/**
 * What every template's code refers to: G templates, R scripts, the compiler's own helpers.
 * Q.H is ours, see `hiddenProperty`.
 */
export const templateRuntime = `(() => { var G = {}, R = {}; ${compilerRuntime}
  return { G, R, D, Q, define: (code, name) => (0, eval)('${definePrefix}' + code + '\\n//# sourceURL=' + location.origin + '/phone/source/' + name)(G,R,D,X,Y,Z,P,Q) } })()`

/** `hidden` works on custom components too, which glass-easel does not know. */
const hiddenProperty = (code: string) => code.replaceAll('O(N,"hidden",', 'Q.H(O,N,"hidden",')

const tagsIn = (code: string, source: string) => {
  const tags = new Map<string, number>()
  for (const [, tag = ''] of code.matchAll(/\bE\("([^"]+)",\{/g)) {
    const at = source.search(new RegExp(`<${tag}(?![\\w-])`))
    if (!tags.has(tag)) tags.set(tag, at < 0 ? 1 : lineAt(source, at))
  }
  return tags
}

const genericsIn = (code: string) =>
  new Set(
    [...code.matchAll(/\bE\("[^"]+",(\{"[^}]*\})/g)].flatMap(([, json = '{}']) =>
      Object.values(JSON.parse(json) as Record<string, string>),
    ),
  )

const isPackage = (path: string) => path.startsWith('miniprogram_npm/')

/** WXML → the code of its element tree. `path` has no extension. */
export const compileTemplate = (tree: SourceTree, path: string): Template => {
  const file = `${path}.wxml`
  const source = tree.read(file)
  const group = new TmplGroup()
  try {
    const diagnostics = group.addTmpl(path, source) as Diagnostic[]
    const inline = (group.getInlineScriptModuleNames(path) as string[]).map((name) => {
      const line = group.getInlineScriptStartLine(path, name) + 1
      const script = compileWxs(group.getInlineScript(path, name))
      group.setInlineScript(path, name, script)
      return { name, code: script, line }
    })
    const code = hiddenProperty(group.getTmplGenObject(path))
    const known = (target: string, extension: string) => tree.exists(`${target}${extension}`)
    const templates = group.getDirectDependencies(path) as string[]
    const scripts = group.getScriptDependencies(path) as string[]
    const missing = [
      ...templates.filter((target) => !known(target, '.wxml')).map((target) => `${target}.wxml`),
      ...scripts.filter((target) => !known(target, '.wxs')).map((target) => `${target}.wxs`),
    ]
    return {
      code,
      templates: templates.filter((target) => known(target, '.wxml')),
      scripts: scripts.filter((target) => known(target, '.wxs')),
      tags: tagsIn(code, source),
      generics: genericsIn(code),
      elements: scanElements(source),
      locate: locateInTemplate(source, `${definePrefix}${code}`, inline),
      problems: [
        // Only our own sources are held to warnings; a package is as its authors left it.
        ...diagnostics
          .filter(({ isError }) => isError || !isPackage(path))
          .map(({ message, startLine }) => ({ file, line: startLine + 1, message })),
        ...missing.map((target) => ({
          file,
          line: lineAt(source, Math.max(0, source.indexOf(posix.basename(target)))),
          message: `refers to a missing file: ${target}`,
        })),
      ],
    }
  } finally {
    group.free()
  }
}

/** A WXS file and those it requires, as statements for the template runtime. */
export const compileScriptFile = (tree: SourceTree, path: string) => {
  const source = compileWxs(tree.read(`${path}.wxs`))
  const requires = [...source.matchAll(/\brequire\(\s*["']([^"']+)["']/g)].map(([, request = '']) =>
    posix
      .normalize(
        request.startsWith('/') ? request.slice(1) : posix.join(posix.dirname(path), request),
      )
      .replace(/\.wxs$/, ''),
  )
  // `D` looks a module up under its name; a required file is asked for with its extension.
  const name = JSON.stringify(path)
  const code = `R[${name}]=D(${name},(require,exports,module)=>{require=(r=>p=>r(p.replace(/\\.wxs$/,'')))(require);${source}})`
  return { code, requires }
}
