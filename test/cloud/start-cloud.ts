import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseAt } from './database-at'
import { serveCloud } from '../../local/cloud/serve'

export const fixtures = join(__dirname, 'fixtures')

export interface TestCloud {
  url: string
  dir: string
  db: ReturnType<typeof databaseAt>
  /** Calls a function as the phone of `openid` does. */
  call(name: string, data: object, openid?: string): Promise<Answer>
  get(path: string): Promise<Answer>
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>
  reopen(): Promise<void>
  close(): Promise<void>
  stop(): Promise<void>
}
export type Answer = Record<string, unknown> & { status: number; headers: Headers }

/** A cloud of its own on a free port, with an empty data folder. Functions are the fixtures' unless they stand elsewhere. */
export async function startCloud(
  dir = mkdtempSync(join(tmpdir(), 'cloud-')),
  functions = join(fixtures, 'functions'),
): Promise<TestCloud> {
  const rcFile = join(functions, '../cloudbaserc.json')
  const options = {
    dataDir: join(dir, 'data'),
    schemaFile: join(fixtures, 'schema.json'),
    rcFile,
    invokeRulesFile: join(fixtures, 'invoke-rules.json'),
    variables: { SECRET: 'hush' },
    port: 0,
  }
  let served = await serveCloud(options)
  const cloud: TestCloud = {
    dir,
    url: served.url,
    db: databaseAt(served.url),
    call: (name, data, openid) =>
      cloud.post('/cloud/call', { name, data }, openid ? { 'x-local-openid': openid } : {}),
    get: async (path) => answerOf(await fetch(cloud.url + path)),
    post: async (path, body = {}, headers = {}) =>
      answerOf(
        await fetch(cloud.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      ),
    close: () => served.close(),
    async reopen() {
      await served.close()
      served = await serveCloud(options)
      cloud.url = served.url
      cloud.db = databaseAt(served.url)
    },
    async stop() {
      await served.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
  return cloud
}

/** The code that a refused request carries, or 'none'. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: { code?: string }) => error.code ?? 'no code',
  )
}

async function answerOf(res: Response): Promise<Answer> {
  const body = (await res.json()) as Record<string, unknown>
  return { ...body, status: res.status, headers: res.headers }
}
