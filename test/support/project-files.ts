import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(__dirname, '../..')

/** Paths of the project's own files in these folders, tracked or about to be. */
export function projectFiles(...folders: readonly string[]): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', ...folders],
    { cwd: ROOT, encoding: 'utf8' },
  )
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)))
}
