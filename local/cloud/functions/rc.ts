import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CloudError } from '../cloud-error'
import { readJson } from '../schema'

export interface Trigger {
  name: string
  /** 7-field cron in UTC+8: second minute hour day month weekday year. */
  cron: string
}
export interface FunctionSpec {
  name: string
  /** Milliseconds. */
  timeout: number
  env: Record<string, string>
  triggers: Trigger[]
  /** Folder of the built function. */
  dir: string
}
interface RawFunction {
  name: string
  timeout?: number
  envVariables?: Record<string, string>
  triggers?: { name: string; type: string; config: string }[]
}

/** The service's time-out when none is set, in seconds. */
const USUAL_TIMEOUT = 3

/** Reads cloudbaserc.json, the file that the deployment reads too. */
export function readRc(file: string, variables: Record<string, string>): FunctionSpec[] {
  const rc = readJson(file) as { functionRoot?: string; functions: RawFunction[] }
  const root = resolve(dirname(file), rc.functionRoot ?? 'cloudfunctions')
  return rc.functions.map((raw) => ({
    name: raw.name,
    timeout: (raw.timeout ?? USUAL_TIMEOUT) * 1000,
    env: Object.fromEntries(
      Object.entries(raw.envVariables ?? {}).map(([key, text]) => [
        key,
        resolved(text, variables, file),
      ]),
    ),
    triggers: (raw.triggers ?? [])
      .filter((trigger) => trigger.type === 'timer')
      .map((trigger) => ({ name: trigger.name, cron: trigger.config })),
    dir: join(root, raw.name),
  }))
}

/** Names of WeChat's server APIs that the function's config.json permits; read anew, since a build may change it. */
export function permittedApis(spec: FunctionSpec): string[] {
  const file = join(spec.dir, 'config.json')
  if (!existsSync(file)) return []
  const config = JSON.parse(readFileSync(file, 'utf8')) as {
    permissions?: { openapi?: string[] }
  }
  return config.permissions?.openapi ?? []
}

function resolved(text: string, variables: Record<string, string>, file: string): string {
  return text.replace(/\{\{\s*env\.(\w+)\s*\}\}/g, (_whole, name: string) => {
    const value = variables[name]
    if (value === undefined)
      throw new CloudError(
        'INVALID_FILE',
        `${file} wants the variable ${name}, which is not given.`,
      )
    return value
  })
}
