import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, projectFiles } from './support/project-files'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const all = (folders: readonly string[], kinds: RegExp) =>
  projectFiles(...folders)
    .filter((path) => kinds.test(path))
    .map(read)
    .join('\n')

/** Rows of all tables of the file that have so many columns, without their heads. */
const rowsOf = (path: string, columns: number): string[][] =>
  read(path)
    .split('\n')
    .filter((line) => /^\| (?!English|no\.)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length === columns)

describe('the glossary', () => {
  const bound = rowsOf('docs/glossary.md', 5)
  const nos = rowsOf('docs/glossary.md', 3)

  test('binds code and screen', () => expect(bound.length + nos.length).toBeGreaterThan(40))

  test('has no name that the code does not know', () => {
    const code = all(['miniprogram', 'cloudfunctions'], /\.ts$/)
    const names = [...bound.map((cells) => cells[3]), ...nos.map((cells) => cells[1])]
    const unknown = names
      .map((cell = '') => cell.replaceAll('`', ''))
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(code))
    expect(unknown).toEqual([])
  })

  test('has no word that no screen shows', () => {
    const screens = all(['miniprogram'], /\.(ts|wxml|json)$/)
    const words = bound.map((cells) => cells[1] ?? '').filter((word) => word !== '—')
    expect(words.filter((word) => !screens.includes(word))).toEqual([])
  })
})

describe('the rules', () => {
  const rules = rowsOf('docs/rules.md', 5)

  test('are numbered in order, none twice', () => {
    const numbers = rules.map(([number = '']) => Number(/^R(\d+)$/.exec(number)?.[1]))
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })

  test('stand in files that exist', () => {
    const files = rules.flatMap(([, , code = '']) => [...code.matchAll(/`([^`]+)`/g)])
    expect(files.length).toBeGreaterThan(30)
    expect(
      files.map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path))),
    ).toEqual([])
  })

  test('say how sure we are of each', () => {
    const vague = rules.filter((cells) => !/^(certain|ours|open)/.test(cells[4] ?? ''))
    expect(vague).toEqual([])
  })
})
