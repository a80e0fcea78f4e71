import tcb from '@cloudbase/node-sdk'
import { startCloud, type TestCloud } from './start-cloud'

const env = process.env['CLOUDBASE_ENV_ID']
const secretId = process.env['TENCENTCLOUD_SECRETID']
const secretKey = process.env['TENCENTCLOUD_SECRETKEY']
const isReal = Boolean(env && secretId && secretKey)

export type TestDatabase = Pick<TestCloud, 'db' | 'post' | 'stop'>

/**
 * The database under test: a local cloud or, when CLOUDBASE_ENV_ID and the two keys are set, that real environment, whose
 * collections `things`, `days` and `people` (with the indexes of fixtures/schema.json) it empties. Never name one in use.
 */
export async function startDatabase(): Promise<TestDatabase> {
  if (!isReal) return startCloud()
  // Set for the local cloud; the SDK would take itself to be inside Tencent's network.
  delete process.env['TENCENTCLOUD_RUNENV']
  const db = tcb.init({ env: env!, secretId: secretId!, secretKey: secretKey! }).database()
  const empty = (name: string): Promise<unknown> =>
    db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove()
  return {
    db,
    async post(path) {
      if (path !== '/__local/reset') throw new Error(`${path} is not for a real environment`)
      await Promise.all(['things', 'days', 'people'].map(empty))
      return { status: 200, headers: new Headers() }
    },
    stop: async () => {},
  }
}
