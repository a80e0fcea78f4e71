import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
    // The settings alone, not the sources: which files they take in, and how, is what is asked.
    for (const path of projectFiles('tsconfig.json', 'package.json', 'typings'))
      cpSync(join(ROOT, path), join(copy, path))
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    for (const [path, text] of Object.entries(PLANTED)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), text)
    }
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
