import { posix } from 'node:path'
import { FILE_PACKAGES, IMPORT_TABLE, areaOf } from './import-table'
import { misnamed } from './misnamed'
import { readSource, type Source } from './read-source'

/** Things that an area must not touch, and why. */
const FORBIDDEN: readonly (readonly [area: RegExp, uses: readonly string[], why: string])[] = [
  [
    /^miniprogram\//,
    ['window', 'document', 'globalThis', 'TextEncoder', 'TextDecoder'],
    'a mini-program has none',
  ],
  [
    /^miniprogram\//,
    ['Intl', '.toLocaleString', '.toLocaleDateString', '.toLocaleTimeString', '.localeCompare'],
    'Intl is unreliable on Android WeChat',
  ],
  [/^miniprogram\//, ['eval', 'Function'], 'WeChat forbids code made from text'],
  [/^miniprogram\/(domain|view)\//, ['wx'], 'rules and words touch nothing'],
  [
    /^miniprogram\/(?!services\/call\.ts)/,
    ['wx.cloud'],
    'only services/call.ts talks to the cloud',
  ],
  [
    /^(miniprogram\/(?!services\/)|cloudfunctions\/core\/(?!kernel\/))/,
    ['Date.now', 'new Date()', 'Date()', 'Math.random'],
    'time and chance are values',
  ],
  [/^cloudfunctions\/(?!core\/kernel\/)/, ['process'], 'only the kernel reads the environment'],
]

const MOST_LINES = 300
const USE_CASES = /^cloudfunctions\/core\/(usecases|jobs)\//

/** What is wrong with these files (text by path from the project's root), one line each. */
export function violationsOf(files: Readonly<Record<string, string>>): string[] {
  const paths = Object.keys(files)
  const found = paths.flatMap((path) => misnamed(path, paths))
  const sources = new Map<string, Source>()
  for (const [path, text] of Object.entries(files)) {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    if (/\.(ts|wxml|wxss|mjs|cjs)$/.test(path) && lines > MOST_LINES)
      found.push(`${path}: ${lines} lines, at most ${MOST_LINES}`)
    if (path.endsWith('.ts')) sources.set(path, readSource(path, text))
  }
  for (const [path, source] of sources) {
    found.push(...forbidden(path, source), ...misplaced(path, source, paths))
    if (source.isBarrel) found.push(`${path}: a barrel, import from where things are`)
  }
  return [...found, ...useCasesOfUseCases(sources), ...cycles(sources)]
}

function forbidden(path: string, { uses }: Source): string[] {
  return FORBIDDEN.filter(([area]) => area.test(path)).flatMap(([, names, why]) =>
    names.filter((name) => uses.has(name)).map((name) => `${path}: uses ${name}, ${why}`),
  )
}

function misplaced(path: string, { imports }: Source, paths: readonly string[]): string[] {
  const area = areaOf(path)
  const allowed = area === undefined ? undefined : IMPORT_TABLE[area]
  return imports.flatMap(({ from, typeOnly }) => {
    if (!from.startsWith('.')) {
      const names = [...(allowed?.packages ?? []), ...(FILE_PACKAGES[path] ?? [])]
      const may = names.some((name) => name === '*' || isOf(from, name))
      return may || !allowed ? [] : [`${path}: imports the package ${from}`]
    }
    const target = resolved(path, from)
    if (!paths.includes(target)) return [`${path}: imports ${target}, which is not there`]
    const theirs = areaOf(target)
    if (!allowed || (theirs !== undefined && allowed.code.includes(theirs))) return []
    const asType = theirs !== undefined && allowed.types?.includes(theirs)
    if (asType) return typeOnly ? [] : [`${path}: imports code of ${target}, may import its types`]
    return [`${path}: imports ${target}`]
  })
}

function isOf(from: string, name: string): boolean {
  return from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`)
}

function resolved(path: string, from: string): string {
  const target = posix.join(posix.dirname(path), from)
  return /\.(ts|json|mjs|cjs|js)$/.test(target) ? target : `${target}.ts`
}

/** A use case is what an entry lists; parts that several share are not. */
function useCasesOfUseCases(sources: ReadonlyMap<string, Source>): string[] {
  const targets = (path: string) =>
    (sources.get(path)?.imports ?? []).map(({ from }) => resolved(path, from))
  const entries = [...sources.keys()].filter((path) => /^cloudfunctions\/[a-z]+\/index/.test(path))
  const useCases = new Set(entries.flatMap(targets).filter((path) => USE_CASES.test(path)))
  return [...sources.keys()]
    .filter((path) => USE_CASES.test(path))
    .flatMap((path) =>
      targets(path)
        .filter((target) => useCases.has(target))
        .map((target) => `${path}: imports the use case ${target}`),
    )
}

/** Each ring of imports once, told from its first file in the alphabet. */
function cycles(sources: ReadonlyMap<string, Source>): string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      const ring = trail.slice(start)
      const first = ring.indexOf([...ring].sort()[0] ?? path)
      found.add([...ring.slice(first), ...ring.slice(0, first)].join(' → '))
    }
    if (start >= 0 || done.has(path)) return
    for (const { from, typeOnly } of sources.get(path)?.imports ?? [])
      if (from.startsWith('.') && !typeOnly) visit(resolved(path, from), [...trail, path])
    done.add(path)
  }
  for (const path of sources.keys()) visit(path, [])
  return [...found].map((ring) => `${ring}: a cycle`)
}
