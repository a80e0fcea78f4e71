import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildFunctions } from './build-functions'

/**
 * `npm run deploy`: brings functions, collections, indexes and permissions into the CloudBase environment of
 * CLOUDBASE_ENV_ID, again and again. Written from the documentation of CloudBase's manager and the types of its
 * release below; it has never met a real environment. The mini-program itself is uploaded by WeChat DevTools.
 */
const MANAGER = '@cloudbase/manager-node@5.6.5'
const NEEDED = [
  'CLOUDBASE_ENV_ID',
  'TICKET_KEYS',
  'TENCENTCLOUD_SECRETID',
  'TENCENTCLOUD_SECRETKEY',
]

interface CloudFunction {
  readonly name: string
  readonly triggers?: readonly { name: string; type: string; config: string }[]
}
interface Index {
  readonly name: string
  readonly unique: boolean
  readonly keys: readonly { name: string; direction: string }[]
}
/** What is used of the manager (docs.cloudbase.net/api-reference/manager/node/introduction). */
interface Manager {
  readonly database: {
    createCollectionIfNotExists(name: string): Promise<unknown>
    checkIndexExists(name: string, index: string): Promise<{ Exists: boolean }>
    updateCollection(name: string, indexes: object): Promise<unknown>
  }
  readonly functions: {
    createFunction(options: {
      func: object
      functionRootPath: string
      force: true
    }): Promise<unknown>
    waitFunctionActive(name: string): Promise<void>
  }
  commonService(): { call(request: { Action: string; Param: object }): Promise<unknown> }
}

async function deploy(): Promise<void> {
  const missing = NEEDED.filter((name) => !process.env[name])
  if (missing.length > 0) throw new Error(`set ${missing.join(', ')}: README.md, "In production"`)
  await buildFunctions()
  const manager = openManager()
  const rc = readJson('cloudbaserc.json') as { functionRoot: string; functions: CloudFunction[] }
  const schema = readJson('cloudfunctions/schema.json') as {
    collections: Record<string, { permission: string; indexes: Index[] }>
  }
  for (const [name, { permission, indexes }] of Object.entries(schema.collections)) {
    console.log(`collection ${name}`)
    await manager.database.createCollectionIfNotExists(name)
    await permit(manager, { ResourceType: 'collection', Resource: name, Permission: permission })
    for (const index of indexes) await addIndex(manager, name, index)
  }
  for (const func of rc.functions) {
    console.log(`function ${func.name}`)
    await manager.functions.createFunction({ func, functionRootPath: rc.functionRoot, force: true })
    await manager.functions.waitFunctionActive(func.name)
  }
  const rules = JSON.stringify(readJson('cloudfunctions/invoke-rules.json'))
  await permit(manager, { ResourceType: 'function', Permission: 'CUSTOM', SecurityRule: rules })
}

async function addIndex({ database }: Manager, collection: string, index: Index): Promise<void> {
  if ((await database.checkIndexExists(collection, index.name)).Exists) return
  const MgoIndexKeys = index.keys.map(({ name, direction }) => ({
    Name: name,
    Direction: direction,
  }))
  const MgoKeySchema = { MgoIsUnique: index.unique, MgoIndexKeys }
  const CreateIndexes = [{ IndexName: index.name, MgoKeySchema }]
  await database.updateCollection(collection, { CreateIndexes })
}

/** cloud.tencent.com/document/api/876/132255 */
async function permit(manager: Manager, permission: object): Promise<void> {
  const Param = { EnvId: process.env['CLOUDBASE_ENV_ID'], ...permission }
  await manager.commonService().call({ Action: 'ModifyResourcePermission', Param })
}

/** Installed only where somebody deploys: it would bring 174 packages to everybody else. */
function openManager(): Manager {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', MANAGER], {
    stdio: 'inherit',
  })
  const Manager = createRequire(`${process.cwd()}/`)('@cloudbase/manager-node') as new (
    config: object,
  ) => Manager
  return new Manager({
    envId: process.env['CLOUDBASE_ENV_ID'],
    secretId: process.env['TENCENTCLOUD_SECRETID'],
    secretKey: process.env['TENCENTCLOUD_SECRETKEY'],
  })
}

/** Variables of the functions stand as `{{env.NAME}}`, as the official command line reads them. */
function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'), (_, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/\{\{env\.(\w+)\}\}/g, (_match, name: string) => process.env[name] ?? '')
      : value,
  )
}

deploy().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
