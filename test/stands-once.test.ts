import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, projectFiles } from './support/project-files'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Names that stand more than once. */
const doubled = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index)

/** What `serveTimer([…])` is given. What `serve({…})` is given twice does not compile. */
function servedBy(text: string): string[] {
  const list = /serveTimer\(\[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return list.split(',').flatMap((each) => each.trim() || [])
}

/** The codes of a table of refusals: its own lines, each a function of the detail. */
function codesOf(text: string): string[] {
  return [...text.matchAll(/^ {2}(\w+): \(.*\) =>/gm)].map(([, code = '']) => code)
}

test('a refusal has its words in one table: the last of two would win without a sound', () => {
  const tables = projectFiles('miniprogram/view').filter((path) => /\/words[\w-]*\.ts$/.test(path))
  const codes = tables.flatMap((path) => codesOf(read(path)))
  expect(codes.length).toBeGreaterThan(80)
  expect(doubled(codes)).toEqual([])
})

test('a job is served once', () => {
  const names = servedBy(read('cloudfunctions/scheduled/index.ts'))
  expect(names.length).toBeGreaterThan(10)
  expect(doubled(names)).toEqual([])
})

test('and what stands twice is seen', () => {
  expect(doubled(servedBy('serveTimer([a, b,\n  a,\n])'))).toEqual(['a'])
  const table =
    "const W = {\n  full: () => ({ title: '' }),\n  full: ({ at }) => ({ title: at }),\n}"
  expect(doubled(codesOf(table))).toEqual(['full'])
})
