import type { IncomingMessage, ServerResponse } from 'node:http'
import { Clock } from './clock'
import type { CloudError } from './cloud-error'
import { control } from './control/control'
import { Engine } from './engine/engine'
import { ownFolder } from './engine/own-folder'
import { client } from './functions/client'
import { Host } from './functions/host'
import { readInvokeRules } from './functions/invoke-rules'
import { readRc } from './functions/rc'
import { admin } from './protocol/admin'
import { Faults } from './protocol/faults'
import { Requests } from './protocol/requests'
import { readSchema } from './schema'
import { guard, guardPeer, sendJson } from './server/guard'
import { Files } from './storage/files'
import { transfer } from './storage/transfer'
import { Store } from './store/store'
import { Transactions } from './store/transactions'
import { Timers } from './timers/timers'
import { Messages } from './wechat/messages'
import { OpenApi } from './wechat/open-api'
import { PhoneCodes } from './wechat/phone-codes'

export interface CloudOptions {
  /** Owned by one cloud at a time; a taken folder throws a CloudError. */
  dataDir: string
  /** JSON: collections with their permission and indexes. */
  schemaFile: string
  /** cloudbaserc.json: functions, time-outs, variables, triggers; `functionRoot` is relative to it. Without it there are no functions. */
  rcFile?: string
  /** What `{{env.X}}` in the rc file stands for. */
  variables: Record<string, string>
  /** JSON: who may call which function; without it, everybody who is known. */
  invokeRulesFile?: string
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  url: () => string
}

export interface Cloud {
  /** False when the path is none of the cloud's: /admin, /cloud/…, /storage/…, /__local/…. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>
  close(): Promise<void>
}

/** CloudBase on this machine: what the unmodified SDK and `wx.cloud.callFunction` talk to. */
export async function openCloud(options: CloudOptions): Promise<Cloud> {
  const schema = readSchema(options.schemaFile)
  const specs = options.rcFile === undefined ? [] : readRc(options.rcFile, options.variables)
  const rules = readInvokeRules(options.invokeRulesFile)
  const release = ownFolder(options.dataDir)
  try {
    const engine = new Engine(options.dataDir)
    const clock = new Clock()
    clock.load(engine.setting('clock') ?? {})
    clock.onChange(() => engine.putSetting('clock', clock.saved()))
    const store = new Store(engine, schema)
    const transactions = new Transactions(store)
    const database = { store, transactions, clock }
    const messages = new Messages(engine)
    const codes = new PhoneCodes(clock)
    const host = new Host(specs, clock, options.url)
    const timers = new Timers(specs, host, clock, engine)
    const storage = { files: new Files(engine, options.dataDir), clock, url: options.url }
    const openApi = new OpenApi(messages, codes, clock)
    const requests = new Requests()
    const faults = new Faults()
    return {
      async handle(req, res) {
        const [path = '/'] = (req.url ?? '/').split('?')
        const part = /^\/(admin$|cloud\/|__local\/|storage\/)/.exec(path)?.[1]
        if (!part) return false
        try {
          if (part === 'storage/') guardPeer(req)
          else guard(req)
        } catch (error) {
          const { code, message } = error as CloudError
          sendJson(res, 403, { code, message })
          return true
        }
        if (part === 'admin')
          await admin(req, res, { database, host, openApi, requests, faults, storage })
        else if (part === 'cloud/')
          await client(path, req, res, { host, rules, messages, codes, storage })
        else if (part === 'storage/') await transfer(req, res, storage)
        else
          await control(path, req, res, {
            ...database,
            files: storage.files,
            host,
            timers,
            messages,
            requests,
            faults,
          })
        return true
      },
      async close() {
        timers.close()
        host.close()
        transactions.abortAll()
        engine.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}
