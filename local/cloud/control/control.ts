import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock, ClockState } from '../clock'
import { CloudError } from '../cloud-error'
import type { Host } from '../functions/host'
import { parseObject, read, write } from '../protocol/ejson'
import { errorOf } from '../protocol/admin'
import type { Faults } from '../protocol/faults'
import type { Requests } from '../protocol/requests'
import { jsonBodyOf, sendJson } from '../server/guard'
import type { Files } from '../storage/files'
import { idKey, type Store } from '../store/store'
import type { Transactions } from '../store/transactions'
import type { Timers } from '../timers/timers'
import type { Messages } from '../wechat/messages'

export interface ControlParts {
  store: Store
  transactions: Transactions
  clock: Clock
  host: Host
  timers: Timers
  messages: Messages
  requests: Requests
  faults: Faults
  files: Files
}
type Body = Record<string, unknown>
type Route = (parts: ControlParts, body: Body, name: string) => unknown

/** Bytes: a whole seed may come in one import. */
const MOST = 64 * 1024 * 1024

const ROUTES: Record<string, Route> = {
  'GET health': ({ clock }) => ({ ok: true, clock: shown(clock) }),
  'POST reset': reset,
  'POST snapshot': ({ store, clock }, body) => {
    store.engine.putSetting('snapshot', clock.state())
    store.engine.snapshot(nameOf(body['name']))
    return {}
  },
  'GET clock': ({ clock }) => shown(clock),
  'POST clock': setClock,
  'GET messages': ({ messages }) => ({ messages: messages.all() }),
  'GET requests': ({ requests }) => ({ requests: requests.list() }),
  'POST requests': ({ requests }) => {
    requests.clear()
    return {}
  },
  'GET timers': ({ timers }) => ({ timers: timers.list() }),
  'POST timers': async ({ timers }, _body, name) => {
    const text = await timers.fire(name)
    if (text === undefined) throw new CloudError('INVALID_PARAM', `there is no timer "${name}"`)
    return { result: JSON.parse(text) as unknown }
  },
  'GET faults': ({ faults }) => ({ faults: faults.list() }),
  'POST faults': ({ faults }, body) => {
    faults.set(body['faults'] ?? [], body['seed'])
    return { faults: faults.list() }
  },
  'GET collections': look,
  'GET files': ({ files }) => ({ files: files.list() }),
  'POST documents': importDocuments,
  'POST functions': ({ host }, _body, name) => ({ killed: host.kill(name.replace(/\/kill$/, '')) }),
}

/** `/__local/…`: for tests, the phone's shell and people. */
export async function control(
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
  parts: ControlParts,
): Promise<unknown> {
  try {
    const [, first = '', name = ''] = /^\/__local\/([\w-]+)\/?(.*)$/.exec(path) ?? []
    const key = `${req.method} ${first}`
    const route = Object.hasOwn(ROUTES, key) ? ROUTES[key] : undefined
    if (!route) return sendJson(res, 404, { code: 'NOT_FOUND', message: `there is no ${key}` })
    const body = req.method === 'POST' ? await jsonBodyOf(req, MOST) : {}
    const answer = await route(parts, body, decodeURIComponent(name))
    await parts.store.engine.durable()
    sendJson(res, 200, answer)
  } catch (error) {
    sendJson(res, error instanceof CloudError ? 400 : 500, errorOf(error))
  }
}

/**
 * Everything as new, or as it was when the snapshot was taken, also the clock, unless `now` and `running` say otherwise.
 * No timer fires for it.
 */
function reset(parts: ControlParts, body: Body): unknown {
  const { store, transactions, clock, requests, faults, timers } = parts
  const change = clockChange(body)
  transactions.abortAll()
  const { snapshot } = body
  if (snapshot === undefined) parts.files.clear()
  store.reset(snapshot === undefined ? undefined : nameOf(snapshot))
  requests.clear()
  faults.set([])
  timers.quietly(() => {
    clock.followMachine()
    clock.set({ ...(store.engine.setting('snapshot') as ClockState | undefined), ...change })
  })
  return { clock: shown(clock) }
}

/** With `timers: false` nothing fires for the change: a test then fires by hand what it wants to see. */
function setClock({ clock, timers }: ControlParts, body: Body): unknown {
  const change = () => clock.set(clockChange(body))
  if (body['timers'] === false) timers.quietly(change)
  else change()
  return shown(clock)
}

function clockChange({ now, running }: Body): { now?: number; running?: boolean } {
  const change: { now?: number; running?: boolean } = {}
  if (now !== undefined) change.now = instantOf(now)
  if (typeof running === 'boolean') change.running = running
  return change
}

function nameOf(value: unknown): string {
  if (typeof value !== 'string') throw new CloudError('INVALID_PARAM', 'a name is a string')
  return value
}

function instantOf(value: unknown): number {
  const zoned = typeof value === 'string' && /(Z|[+-]\d\d:\d\d)$/.test(value)
  const instant = zoned ? Date.parse(value) : Number(value)
  if (!Number.isFinite(instant))
    throw new CloudError('INVALID_PARAM', 'now is milliseconds, or a time with its zone')
  return instant
}

function shown(clock: Clock): unknown {
  const { now, running } = clock.state()
  // +08:00 by hand: the machine may be anywhere.
  const text = new Date(now + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
  return { now, text, running }
}

function look({ store }: ControlParts, _body: Body, name: string): unknown {
  if (name === '') {
    const counts = store.engine.counts()
    return { collections: store.collections().map((c) => ({ name: c, count: counts.get(c) ?? 0 })) }
  }
  store.indexes(name)
  return { documents: Array.from(store.engine.all(name), ([, text]) => read(text)) }
}

/** Writes whole documents, replacing those of the same id, as importing at a deployment does. Dates as EJSON. */
function importDocuments({ store, clock }: ControlParts, body: Body): unknown {
  const { collection, documents } = body
  if (!Array.isArray(documents))
    throw new CloudError('INVALID_PARAM', 'documents must be a list of objects')
  const puts = documents.map((value) => {
    const doc = parseObject(write(value), clock.now())
    if (doc['_id'] === undefined) throw new CloudError('INVALID_PARAM', 'a document without _id')
    return { id: idKey(doc['_id']), doc }
  })
  store.indexes(collection)
  if (puts.length && store.write(store.changes(collection as string, puts)))
    throw new CloudError('DATABASE_REQUEST_FAILED', 'a transaction holds one of the documents')
  return { imported: puts.length }
}
