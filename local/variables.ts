import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The functions' variables, as the console of CloudBase would hold them: made once in the data folder, never
 * committed. TICKET_KEYS: the first key signs, all verify; to rotate, put a new one in front.
 */
export function variablesOf(dataDir: string): Record<string, string> {
  const file = join(dataDir, 'variables.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const key = { keyId: 'k1', seed: randomBytes(32).toString('base64') }
  const variables = { CLOUDBASE_ENV_ID: 'local', TICKET_KEYS: JSON.stringify([key]) }
  writeFileSync(file, `${JSON.stringify(variables, undefined, 2)}\n`, { mode: 0o600 })
  return variables
}
