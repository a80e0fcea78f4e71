import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../cloud-error'
import type { Host } from '../functions/host'
import { jsonBodyOf, sendJson } from '../server/guard'
import type { OpenApi } from '../wechat/open-api'
import { storageActions, type Storage } from '../storage/storage-actions'
import type { Database, Params, Reply } from './action'
import { databaseActions } from './database-actions'
import type { Faults } from './faults'
import type { RequestCount, Requests } from './requests'

export interface AdminParts {
  database: Database
  host: Host
  openApi: OpenApi
  requests: Requests
  faults: Faults
  storage: Storage
}

/** Bytes of a request from the SDK. */
const MOST = 16 * 1024 * 1024

/** `POST /admin`: the wire of the SDK. Errors are HTTP 200 with a code; a reply waits until its writes are on disk. */
export async function admin(
  req: IncomingMessage,
  res: ServerResponse,
  parts: AdminParts,
): Promise<void> {
  const requestId = randomUUID()
  try {
    const params: Params = await jsonBodyOf(req, MOST)
    const action = String(params['action'])
    const noted = count(req, action, parts)
    noted.bytes += Number(req.headers['content-length'] ?? 0)
    const fault = parts.faults.drawn(action, params['collectionName'])
    // The SDK retries after a conflict without ending its transaction, because the service has.
    if (fault?.kind === 'conflict') parts.database.transactions.drop(params['transactionId'])
    await fault?.before(res)
    if (res.destroyed) return
    const reply = await run(req, action, params, parts)
    await parts.database.store.engine.durable()
    fault?.after(res)
    noted.bytes += sendJson(res, 200, { requestId, ...reply })
  } catch (error) {
    sendJson(res, 200, { requestId, ...errorOf(error) })
  }
}

async function run(
  req: IncomingMessage,
  action: string,
  params: Params,
  { database, host, openApi, storage }: AdminParts,
): Promise<Reply> {
  const known = databaseActions.get(action)
  if (known) return known(params, database)
  if (action === 'functions.invokeFunction') {
    const [text] = await host.invoke(
      String(params['function_name']),
      objectOf(params['request_data']),
      { source: 'function' },
    )
    return { data: { response_data: text } }
  }
  if (action === 'wx.api') {
    const result = await openApi.call(
      String(params['apiName']),
      objectOf(params['requestData']),
      host.spec(callerOf(req)),
    )
    return { data: { responseData: JSON.stringify(result) } }
  }
  const ofStorage = storageActions.get(action)
  if (ofStorage) return ofStorage(params, storage)
  throw new CloudError('INVALID_ACTION', `unsupported by the local cloud: ${action}`)
}

function count(req: IncomingMessage, action: string, { host, requests }: AdminParts): RequestCount {
  const call = host.calls.get(String(req.headers['x-local-call'] ?? ''))
  if (call && action.startsWith('database.')) call.requests++
  return requests.note(call?.name ?? callerOf(req), call?.useCase ?? '', action)
}

/** The function whose secret id signed the request, or '' for somebody outside. */
function callerOf(req: IncomingMessage): string {
  return /Credential=local-([\w-]+)/.exec(req.headers.authorization ?? '')?.[1] ?? ''
}

function objectOf(text: unknown): Record<string, unknown> {
  if (typeof text !== 'string' || text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // falls through to the one refusal
  }
  throw new CloudError('INVALID_PARAM', 'the data must be a JSON object')
}

export function errorOf(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  process.stderr.write(`[cloud] ${error instanceof Error ? error.stack : String(error)}\n`)
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) }
}
