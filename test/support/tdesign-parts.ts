import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const TDESIGN = resolve('node_modules/tdesign-miniprogram/miniprogram_dist')
const PREFIX = 'tdesign-miniprogram/'
/** Packages that TDesign brings along. */
const PACKAGES = 'miniprogram_npm'
/** `from './x'`, `from 'tslib'`, `require('./x')`, `src="./x.wxml"`, `@import './x.wxss'` */
const REFERENCE =
  /(?:from\s*|require\(|import\s*|src=)["']([^"'{]+)["']|@import\s*["']([^"']+)["']/g

/** Every folder of TDesign, and of the packages that it brings along. */
export function allParts(): string[] {
  const parts = foldersIn(TDESIGN).filter((name) => name !== PACKAGES)
  return [...parts, ...foldersIn(join(TDESIGN, PACKAGES)).map((name) => `${PACKAGES}/${name}`)]
}

/** The folders of TDesign that the app's pages and components reach, directly or through others. */
export function usedParts(app: string): Set<string> {
  const files = new Set<string>()
  for (const json of jsonFiles(app))
    for (const path of componentsOf(json))
      if (path.startsWith(PREFIX)) visit(join(TDESIGN, path.slice(PREFIX.length)), files)
  return new Set([...files].map(partOf))
}

/** `button`, `miniprogram_npm/tslib` */
function partOf(file: string): string {
  const [first = '', second = ''] = relative(TDESIGN, file).split('/')
  return first === PACKAGES ? `${first}/${second}` : first
}

function visit(component: string, files: Set<string>): void {
  const json = `${component}.json`
  if (files.has(json) || !existsSync(json)) return
  files.add(json)
  for (const path of componentsOf(json)) visit(resolve(dirname(json), path), files)
  for (const extension of ['.js', '.wxml', '.wxss']) scan(component + extension, files)
}

function scan(file: string, files: Set<string>): void {
  if (files.has(file) || !isFile(file)) return
  files.add(file)
  for (const [, code, style] of readFileSync(file, 'utf8').matchAll(REFERENCE)) {
    const name = code ?? style ?? ''
    const places = [resolve(dirname(file), name), join(TDESIGN, PACKAGES, name)]
    const found = places.flatMap((path) => [path, `${path}.js`, `${path}/index.js`]).find(isFile)
    if (found) scan(found, files)
  }
}

function componentsOf(json: string): string[] {
  const { usingComponents = {} } = JSON.parse(readFileSync(json, 'utf8')) as {
    usingComponents?: Record<string, string>
  }
  return Object.values(usingComponents)
}

function jsonFiles(app: string): string[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.startsWith('miniprogram_npm'))
    .map((name) => join(app, name))
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}
