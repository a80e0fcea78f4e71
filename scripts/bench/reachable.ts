import { posix } from 'node:path'

const NPM = 'miniprogram_npm'
const IMPORT = /(?:\bfrom|\bimport|\brequire(?:\.async)?\(|@import)\s*\(?\s*["']([^"']+)["']/g
const SOURCE = /\bsrc=["']([^"'{]+)["']/g
const COMPONENT_PARTS = ['.ts', '.js', '.json', '.wxml', '.wxss']
/** Pictures and sounds may be named by computation: each counts as depended upon. */
const ASSET = /\.(png|jpe?g|gif|svg|webp|mp3|wav|m4a|ttf)$/

interface Described {
  pages?: string[]
  subPackages?: { root: string; pages: string[] }[]
  usingComponents?: Record<string, string>
  componentPlaceholder?: Record<string, string>
}

/** Paths of an app's files (path → its text, scripts compiled) that app.json leads to; the rest DevTools filters out. */
export function reachable(texts: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>()
  const open = [...texts.keys()].filter(
    (path) => ASSET.test(path) || /^(app|theme|sitemap)\.\w+$/.test(path),
  )
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue
    found.add(path)
    open.push(...namedIn(path, texts.get(path) ?? '').filter((each) => texts.has(each)))
  }
  return found
}

function namedIn(path: string, text: string): string[] {
  if (path.endsWith('.json')) return componentsOf(JSON.parse(text) as Described, path)
  const names = [...text.matchAll(IMPORT), ...text.matchAll(SOURCE)].flatMap(
    ([, name]) => name ?? [],
  )
  return names.flatMap((name) =>
    places(path, name).flatMap((each) => [each, `${each}.ts`, `${each}.js`, `${each}/index.js`]),
  )
}

function componentsOf(described: Described, path: string): string[] {
  const pages = [
    ...(path === 'app.json' ? (described.pages ?? []) : []),
    ...(described.subPackages ?? []).flatMap(({ root, pages: own }) =>
      own.map((page) => `${root}/${page}`),
    ),
  ]
  const components = [
    ...Object.values(described.usingComponents ?? {}),
    ...Object.values(described.componentPlaceholder ?? {}),
  ].flatMap((name) => places(path, name))
  return [...pages, ...components].flatMap((each) => [
    ...COMPONENT_PARTS.map((part) => each + part),
    `${each}/index.js`,
  ])
}

/** Where a name may lie: from the root, beside the file that names it, or among the npm packages. */
const places = (path: string, name: string): string[] =>
  name.startsWith('/')
    ? [name.slice(1)]
    : [
        posix.join(posix.dirname(path), name),
        posix.join(NPM, name),
        // A package's own packages.
        posix.join(path.split('/').slice(0, 2).join('/'), NPM, name),
      ]
