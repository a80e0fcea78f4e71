import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const folder = { linux: 'linux', darwin: 'mac', win32: 'windows' }[process.platform as 'linux']
const tools = join(
  dirname(createRequire(__filename).resolve('miniprogram-compiler/package.json')),
  'bin',
  folder,
)
const end = process.platform === 'win32' ? '.exe' : ''

const run = (tool: 'wcc' | 'wcsc', cwd: string, args: string[]) => {
  const file = join(tools, `${tool}${end}`)
  if (process.platform !== 'win32') chmodSync(file, 0o755)
  const { status, stderr } = spawnSync(file, args, { cwd, maxBuffer: 1 << 28 })
  return status === 0 ? '' : stderr.toString() || `status ${status}`
}

const filesIn = (dir: string, extension: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith(extension) && !/node_modules|miniprogram_npm/.test(file),
  )

/** What WeChat's own compilers say of a folder; empty when they accept every file. */
const complaintsOf = (dir: string) => {
  const templates = filesIn(dir, '.wxml')
  const sheets = filesIn(dir, '.wxss')
  return [
    templates.length > 0 &&
      run('wcc', dir, ['-d', '-cc', '0', ...templates, ...filesIn(dir, '.wxs'), '-gn', '$gwx']),
    // wcsc takes sheets of components first, and how many of them there are.
    sheets.length > 0 && run('wcsc', dir, ['-db', '-pc', '0', ...sheets]),
  ]
    .filter(Boolean)
    .join('\n')
}

const root = join(__dirname, '../..')

test.each(['miniprogram', 'test/phone/app'])(
  'WeChat compiles every template and sheet of %s',
  (name) => {
    const dir = join(root, name)
    expect(existsSync(dir)).toBe(true)
    expect(complaintsOf(dir)).toBe('')
  },
)

test.each([
  ['a template whose tag stays open', 'a.wxml', '<view><text></view>'],
  ['a sheet whose block is broken', 'a.wxss', '.a { color: red; } } .b {'],
])('WeChat refuses %s', (_, file, content) => {
  const dir = mkdtempSync(join(tmpdir(), 'wechat-compiler-'))
  try {
    cpSync(join(root, 'test/phone/app/app.wxss'), join(dir, 'app.wxss'))
    writeFileSync(join(dir, file), content)
    expect(complaintsOf(dir)).not.toBe('')
  } finally {
    rmSync(dir, { recursive: true })
  }
})
