import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../cloud-error'
import { phoneFiles, UPLOAD_MOST } from '../storage/phone-files'
import type { Storage } from '../storage/storage-actions'
import { jsonBodyOf, sendJson } from '../server/guard'
import type { Messages } from '../wechat/messages'
import type { PhoneCodes } from '../wechat/phone-codes'
import { APP_ID, type Host } from './host'
import type { InvokeRules } from './invoke-rules'

/** Bytes: a call's data and its envelope. */
const MOST = 8 * 1024 * 1024

/** WeChat's numbers for the service's codes. */
const NUMBERS: Record<string, number> = {
  FUNCTION_NOT_FOUND: -501000,
  INVALID_PARAM: -501007,
  PERMISSION_DENIED: -501023,
  EXCEED_REQUEST_SIZE_LIMIT: -501007,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  STORAGE_EXCEED_AUTHORITY: -503002,
}

export interface ClientParts {
  host: Host
  rules: InvokeRules
  messages: Messages
  codes: PhoneCodes
  storage: Storage
}

/** What a phone does with the cloud: call a function, move files, report a consent, ask for a phone-number code. */
export async function client(
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
  parts: ClientParts,
): Promise<unknown> {
  try {
    const body = await jsonBodyOf(req, path === '/cloud/upload' ? UPLOAD_MOST : MOST)
    const openid = openidOf(req)
    if (path === '/cloud/call') return await call(body, openid, res, parts)
    if (openid === undefined) throw new CloudError('PERMISSION_DENIED', 'who is it? x-local-openid')
    if (path === '/cloud/consent') {
      const ids = body['templateIds']
      if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string'))
        throw new CloudError('INVALID_PARAM', 'templateIds must be a list of template ids')
      parts.messages.consent(openid, ids)
      return sendJson(res, 200, {})
    }
    if (path === '/cloud/phone-code') {
      if (typeof body['phone'] !== 'string' || !/^\d{5,15}$/.test(body['phone']))
        throw new CloudError('INVALID_PARAM', 'phone must be digits')
      return sendJson(res, 200, { code: parts.codes.issue(body['phone']) })
    }
    const files = phoneFiles.get(path)
    if (files) return sendJson(res, 200, await files(body, openid, parts.storage))
    sendJson(res, 404, { errCode: -1, errMsg: `there is no ${path}` })
  } catch (error) {
    sendFailure(res, error)
  }
}

async function call(
  body: Record<string, unknown>,
  openid: string | undefined,
  res: ServerResponse,
  { host, rules }: ClientParts,
): Promise<void> {
  const name = String(body['name'])
  const data = (body['data'] ?? {}) as Record<string, unknown>
  if (typeof data !== 'object' || Array.isArray(data))
    throw new CloudError('INVALID_PARAM', 'data must be an object')
  if (!rules(name, openid)) throw new CloudError('PERMISSION_DENIED', `Permission denied: ${name}`)
  // WeChat adds this itself, whatever the page sent.
  const event =
    openid === undefined ? data : { ...data, userInfo: { openId: openid, appId: APP_ID } }
  const [text, { id, requests }] = await host.invoke(name, event, { source: 'person', openid })
  sendJson(
    res,
    200,
    { result: JSON.parse(text) as unknown, requestID: id, errMsg: 'cloud.callFunction:ok' },
    { 'x-local-database-requests': String(requests) },
  )
}

function openidOf(req: IncomingMessage): string | undefined {
  const openid = req.headers['x-local-openid']
  return typeof openid === 'string' && /^[\w-]{1,64}$/.test(openid) ? openid : undefined
}

/** As `wx.cloud.callFunction` rejects. */
function sendFailure(res: ServerResponse, error: unknown): void {
  const code = error instanceof CloudError ? error.code : 'SYS_ERR'
  const errCode = NUMBERS[code] ?? -501001
  const why = error instanceof Error ? error.message : String(error)
  const errMsg = `cloud.callFunction:fail Error: errCode: ${errCode} ${code} | errMsg: ${why}`
  sendJson(res, 200, { errCode, errMsg })
}
