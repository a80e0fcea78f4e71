import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, projectFiles } from './support/project-files'

/** A root that only refers checks nothing by itself, so each area must be seen to be checked. */
const PLANTED: Readonly<Record<string, string>> = {
  'miniprogram/domain/planted.ts': "export const places: number = '19'\n",
  'miniprogram/view/planted.ts': "export const places: number = '19'\n",
  'cloudfunctions/core/contract/planted.ts': "export const places: number = '19'\n",
  'cloudfunctions/core/usecases/planted.ts': "export const places: number = '19'\n",
  'local/planted.ts': "export const places: number = '19'\n",
  'scripts/planted.ts': "export const places: number = '19'\n",
  'test/planted.ts': "export const places: number = '19'\n",
  // What an area does not have does not compile there.
  'miniprogram/domain/planted-wx.ts': 'wx.vibrateShort({})\nexport {}\n',
  'miniprogram/domain/planted-console.ts': "console.log('19')\nexport {}\n",
  'miniprogram/view/planted-window.ts': 'export const width: number = window.innerWidth\n',
}

test('a mistake in any area is found by the one command that checks types', () => {
  const copy = mkdtempSync(join(tmpdir(), 'types-'))
  try {
    const areas = ['miniprogram', 'cloudfunctions', 'local', 'scripts', 'test', 'typings']
    for (const path of projectFiles('tsconfig.json', 'package.json', ...areas))
      cpSync(join(ROOT, path), join(copy, path))
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    for (const [path, text] of Object.entries(PLANTED)) writeFileSync(join(copy, path), text)
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', '--pretty', 'false'],
      { cwd: copy, encoding: 'utf8' },
    )
    expect(status).not.toBe(0)
    const found = Object.keys(PLANTED).filter((path) => stdout.includes(`${path}(1,`))
    expect(found).toEqual(Object.keys(PLANTED))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})
