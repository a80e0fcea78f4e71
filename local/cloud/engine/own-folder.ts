import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { CloudError } from '../cloud-error'

/**
 * Takes the data folder for this process and returns how to give it back. An operating-system lock held through
 * SQLite, not a pid file: a killed process frees it at once, so there is no stale lock to wait for or to clean up.
 */
export function ownFolder(dir: string): () => void {
  mkdirSync(dir, { recursive: true })
  const lock = new Database(join(dir, 'owner.db'))
  try {
    lock.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new CloudError(
      'DATA_DIR_LOCKED',
      `The data folder ${dir} is in use by another local cloud. Stop that one, or choose another DATA_DIR.`,
    )
  }
  return () => {
    lock.exec('ROLLBACK')
    lock.close()
  }
}
