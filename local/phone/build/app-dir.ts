import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of app.json: `dir` itself, or what its project.config.json calls `miniprogramRoot`. */
export const appDirOf = (dir: string): string | undefined => {
  const config = join(dir, 'project.config.json')
  const { miniprogramRoot = '' } = existsSync(config)
    ? (JSON.parse(readFileSync(config, 'utf8')) as { miniprogramRoot?: string })
    : {}
  return [dir, join(dir, miniprogramRoot)]
    .map((one) => resolve(one))
    .find((one) => existsSync(join(one, 'app.json')))
}
