import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'

interface PackageJson {
  main?: string
  miniprogram?: string
  dependencies?: Record<string, string>
}

/**
 * The app's files under the names that WeChat gives them: `pages/home/home.ts`,
 * `miniprogram_npm/tdesign-miniprogram/button/button.js`.
 */
export interface SourceTree {
  appDir: string
  /** Where a file lies on disk; a package without a `miniprogram` folder has only `index.js`. */
  diskPath(path: string): string
  exists(path: string): boolean
  read(path: string): string
  /** Path of a required script, or undefined. */
  resolveScript(from: string, request: string): string | undefined
  /** Path without extension of a component, or undefined. */
  resolveComponent(from: string, request: string): string | undefined
  /** True for a package entry that must be bundled into one file, as DevTools does. */
  isPackedEntry(path: string): boolean
}

const npmRoot = 'miniprogram_npm/'

const nearestPackage = (from: string): string => {
  for (let dir = from; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'package.json'))) return dir
    if (dir === dirname(dir)) return from
  }
}

const readPackage = (dir: string): PackageJson => {
  const file = join(dir, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageJson) : {}
}

const splitPackage = (path: string) => {
  const parts = path.slice(npmRoot.length).split('/')
  const name = parts.splice(0, parts[0]?.startsWith('@') ? 2 : 1).join('/')
  return { name, rest: parts.join('/') }
}

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false

const absolute = (from: string, request: string) =>
  posix.normalize(
    request.startsWith('/') ? request.slice(1) : posix.join(posix.dirname(from), request),
  )

/** `pages/a` → `pages/miniprogram_npm/x`, `miniprogram_npm/x`. */
const npmPaths = (from: string, request: string) => {
  const paths: string[] = []
  for (let dir = posix.dirname(from); ; dir = posix.dirname(dir)) {
    paths.push(posix.join(dir, npmRoot, request))
    if (dir === '.') return paths
  }
}

const first = <T>(paths: string[], find: (path: string) => T | undefined) => {
  for (const path of paths) {
    const found = find(path)
    if (found !== undefined) return found
  }
  return undefined
}

export const openSourceTree = (appDir: string): SourceTree => {
  const projectDir = nearestPackage(resolve(appDir))
  const allowed = readPackage(projectDir).dependencies ?? {}

  const packageFile = (name: string, rest: string): string => {
    // DevTools packs `dependencies` only, so nothing else may be found here either.
    if (!(name in allowed)) return join(projectDir, 'node_modules', '.not-a-dependency', name, rest)
    const dir = join(projectDir, 'node_modules', name)
    const { main = 'index.js', miniprogram } = readPackage(dir)
    if (miniprogram !== undefined) return join(dir, miniprogram, rest)
    if (rest !== 'index.js') return join(dir, '.not-packed', rest)
    const entry = join(dir, main)
    return [entry, `${entry}.js`, join(entry, 'index.js')].find(isFile) ?? join(dir, 'index.js')
  }

  const diskPath = (path: string) => {
    if (!path.startsWith(npmRoot)) return join(appDir, path)
    const { name, rest } = splitPackage(path)
    // Another project may come with its packages already packed and without node_modules.
    return name in allowed || !existsSync(join(appDir, npmRoot, name))
      ? packageFile(name, rest)
      : join(appDir, path)
  }
  const exists = (path: string) => isFile(diskPath(path))

  const isPackedEntry = (path: string) => {
    if (!path.startsWith(npmRoot)) return false
    const { name } = splitPackage(path)
    if (!(name in allowed)) return false
    return readPackage(join(projectDir, 'node_modules', name)).miniprogram === undefined
  }

  const scriptAt = (path: string) =>
    ['', '.js', '.ts', '/index.js', '/index.ts']
      .map((end) => path + end)
      .find((file) => /\.[jt]s$/.test(file) && exists(file))

  const componentAt = (path: string) =>
    [path, `${path}/index`].find((name) => exists(`${name}.wxml`) || exists(`${name}.json`))

  return {
    appDir,
    diskPath,
    exists,
    read: (path) => readFileSync(diskPath(path), 'utf8'),
    isPackedEntry,
    resolveScript: (from, request) =>
      /^\.{0,2}\//.test(request)
        ? scriptAt(absolute(from, request))
        : first(npmPaths(from, request), scriptAt),
    resolveComponent: (from, request) =>
      first(
        /^\.{0,2}\//.test(request)
          ? [absolute(from, request)]
          : [absolute(from, request), ...npmPaths(from, request)],
        componentAt,
      ),
  }
}
