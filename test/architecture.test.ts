import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, projectFiles } from './support/project-files'
import { violationsOf } from './support/violations-of'

function sources(): Record<string, string> {
  const areas = ['miniprogram', 'cloudfunctions', 'local', 'scripts', 'test', 'typings']
  const paths = projectFiles(...areas).filter((path) => /\.(ts|mjs|cjs|wxml|wxss|json)$/.test(path))
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]))
}

test('the project keeps its own rules', () => {
  const files = sources()
  expect(Object.keys(files).length).toBeGreaterThan(100)
  expect(violationsOf(files)).toEqual([])
})

const DOMAIN = 'miniprogram/domain'
const CORE = 'cloudfunctions/core'
const empty = 'export const x = 1\n'

/** A small project with one thing wrong, and a part of what must be said about it. */
const PLANTED: readonly (readonly [
  sentence: string,
  files: Record<string, string>,
  said: string,
])[] = [
  [
    'the domain imports the view',
    { [`${DOMAIN}/age.ts`]: "import '../view/age'", 'miniprogram/view/age.ts': empty },
    'imports miniprogram/view/age.ts',
  ],
  [
    'the domain imports a package',
    { [`${DOMAIN}/age.ts`]: "import dayjs from 'dayjs'\nexport const x = dayjs()" },
    'the package dayjs',
  ],
  [
    'a use case loads the store',
    {
      [`${CORE}/usecases/book.ts`]: "import { s } from '../store/s'\nexport const x = s",
      [`${CORE}/store/s.ts`]: 'export const s = 1',
    },
    'may import its types',
  ],
  [
    'a service loads the contract',
    {
      'miniprogram/services/call.ts':
        "import { type Api } from '../../cloudfunctions/core/contract/api'\nexport type X = Api",
      [`${CORE}/contract/api.ts`]: 'export type Api = 1',
    },
    'may import its types',
  ],
  [
    'a page loads a function',
    {
      'miniprogram/pages/home/home.ts': "import '../../../cloudfunctions/api/index'",
      'cloudfunctions/api/index.ts': empty,
    },
    'imports cloudfunctions/api/index.ts',
  ],
  [
    'a store is asked lazily',
    {
      [`${CORE}/usecases/book.ts`]: "export const x = () => import('../store/s')",
      [`${CORE}/store/s.ts`]: empty,
    },
    'may import its types',
  ],
  [
    'the stand-in imports the source',
    {
      'local/cloud/cloud.ts': "import '../../cloudfunctions/api/index'",
      'cloudfunctions/api/index.ts': empty,
    },
    'imports cloudfunctions/api/index.ts',
  ],
  ['a file imports what is not there', { 'local/a.ts': "import './b'" }, 'which is not there'],
  [
    'a use case uses a use case',
    {
      'cloudfunctions/api/index.ts':
        "import '../core/usecases/a'\nimport '../core/usecases/b'\nexport const x = 1",
      [`${CORE}/usecases/a.ts`]: "import './b'",
      [`${CORE}/usecases/b.ts`]: empty,
    },
    `imports the use case ${CORE}/usecases/b.ts`,
  ],
  [
    'two files import each other',
    { 'local/a.ts': "import './b'", 'local/b.ts': "import './a'" },
    'local/a.ts → local/b.ts: a cycle',
  ],
  [
    'a barrel under another name',
    {
      'local/all.ts': "export * from './b'\nexport { c } from './b'",
      'local/b.ts': 'export const c = 1',
    },
    'a barrel',
  ],
  ['an index', { 'local/cloud/index.ts': empty }, 'no index'],
  ['a drawer for everything', { 'local/utils/money.ts': empty }, '"utils" says nothing'],
  ['a manager', { 'local/session-manager.ts': empty }, '"manager" says nothing'],
  ['camel case', { 'local/bookCare.ts': empty }, 'not kebab-case'],
  ['a file too long', { 'local/long.ts': 'export {}\n'.repeat(301) }, '301 lines'],
  ['a page under another name', { 'miniprogram/pages/home/main.ts': empty }, 'bears its name'],
  [
    'a page without its settings',
    { 'miniprogram/pages/home/home.wxml': '<view/>', 'miniprogram/pages/home/home.ts': empty },
    'without its home.json',
  ],
  [
    'a page asks the window',
    { 'miniprogram/view/a.ts': 'export const x = window.innerWidth' },
    'uses window',
  ],
  [
    'a component asks the document',
    { 'miniprogram/view/a.ts': 'export const x = () => document.title' },
    'uses document',
  ],
  [
    'words sorted by Intl',
    { 'miniprogram/view/a.ts': "export const x = new Intl.Collator('zh')" },
    'uses Intl',
  ],
  [
    'words sorted by the host',
    { 'miniprogram/view/a.ts': "export const x = 'a'.localeCompare('b')" },
    'uses .localeCompare',
  ],
  [
    'a ticket encoded by the host',
    { [`${DOMAIN}/a.ts`]: 'export const x = new TextEncoder()' },
    'uses TextEncoder',
  ],
  [
    'a view calls WeChat',
    { 'miniprogram/view/a.ts': 'export const x = () => wx.vibrateShort()' },
    'uses wx,',
  ],
  [
    'a page calls the cloud',
    { 'miniprogram/services/a.ts': 'export const x = () => wx.cloud.init()' },
    'uses wx.cloud',
  ],
  [
    'a rule looks at the clock',
    { [`${DOMAIN}/a.ts`]: 'export const x = () => Date.now()' },
    'uses Date.now',
  ],
  [
    'a rule asks for today',
    { [`${DOMAIN}/a.ts`]: 'export const x = () => new Date()' },
    'uses new Date()',
  ],
  [
    'a rule draws lots',
    { [`${DOMAIN}/a.ts`]: 'export const x = () => Math.random()' },
    'uses Math.random',
  ],
  [
    'a use case reads the environment',
    { [`${CORE}/usecases/a.ts`]: 'export const x = () => process.env.HOME' },
    'uses process',
  ],
]

test.each(PLANTED)('%s: is caught', (_sentence, files, said) => {
  const found = violationsOf(files)
  expect(found).toEqual(expect.arrayContaining([expect.stringContaining(said)]))
})

test('nothing is said of a project in order', () => {
  const inOrder = {
    [`${DOMAIN}/time.ts`]:
      "import dayjs from 'dayjs'\nexport const x = (ms: number) => dayjs(new Date(ms))",
    [`${DOMAIN}/age.ts`]:
      "import { x } from './time'\nexport const y = { window: x, now: 1 }.window",
    [`${CORE}/usecases/a.ts`]: "import type { S } from '../store/s'\nexport const x = (s: S) => s",
    [`${CORE}/store/s.ts`]: 'export type S = 1',
    'cloudfunctions/api/index.ts': "import { x } from '../core/usecases/a'\nexport const main = x",
    'miniprogram/pages/home/home.ts': "import { y } from '../../domain/age'\nPage({ y })",
    'miniprogram/pages/home/home.wxml': '<view/>',
    'miniprogram/pages/home/home.json': '{}',
  }
  expect(violationsOf(inOrder)).toEqual([])
})
