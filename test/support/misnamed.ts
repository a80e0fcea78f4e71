import { posix } from 'node:path'

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const JUNK = new Set([
  'util',
  'utils',
  'common',
  'helper',
  'helpers',
  'manager',
  'managers',
  'misc',
])
/** CloudBase calls `index.main` of a function's folder; WeChat looks for a tab bar under this name. */
const ENTRY = /^cloudfunctions\/[a-z]+\/index\.ts$|\/custom-tab-bar\/index\.\w+$/
/** Folders of pages and components, each with files of its own name. */
const SCREEN = /^miniprogram\/(pages|components|packages\/[^/]+)\/[^/]+\//

/** What is wrong with a file's name or place. */
export function misnamed(path: string, paths: readonly string[]): string[] {
  const words = path.split('/').map((part) => part.replace(/^\./, '').split('.')[0] ?? '')
  const name = words.at(-1) ?? ''
  const found: string[] = []
  if (words.some((word) => !KEBAB.test(word))) found.push(`${path}: not kebab-case`)
  const junk = words.flatMap((word) => word.split('-')).find((word) => JUNK.has(word))
  if (junk) found.push(`${path}: "${junk}" says nothing, name what it does`)
  if (name === 'index' && !ENTRY.test(path)) found.push(`${path}: no index, name what it is`)
  if (!SCREEN.test(path)) return found
  const folder = posix.dirname(path)
  const own = posix.basename(folder)
  if (name !== own) found.push(`${path}: a file of ${own} bears its name`)
  for (const kind of ['ts', 'wxml', 'json'])
    if (name === own && path.endsWith('.wxml') && !paths.includes(`${folder}/${own}.${kind}`))
      found.push(`${path}: without its ${own}.${kind}`)
  return found
}
