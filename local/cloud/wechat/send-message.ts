import type { Messages } from './messages'
import { badField } from './check-fields'

export interface WeChatReply {
  errCode: number
  errMsg: string
  [more: string]: unknown
}

/** `subscribeMessage.send`: one consent, one message. */
export function sendMessage(
  request: Record<string, unknown>,
  messages: Messages,
  now: number,
): WeChatReply {
  const openid = request['touser']
  const templateId = request['template_id'] ?? request['templateId']
  const data = request['data']
  if (typeof openid !== 'string' || openid === '')
    return { errCode: 40003, errMsg: 'invalid openid' }
  if (typeof templateId !== 'string' || templateId === '')
    return { errCode: 40037, errMsg: 'invalid template_id' }
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0)
    return { errCode: 47003, errMsg: 'argument invalid! data is empty' }
  const bad = badField(data as Record<string, unknown>)
  if (bad) return { errCode: 47003, errMsg: `argument invalid! ${bad.field} ${bad.why}` }
  if (!messages.spend(openid, templateId))
    return { errCode: 43101, errMsg: 'user refuse to accept the msg' }
  const page = typeof request['page'] === 'string' ? request['page'] : ''
  messages.keep({
    openid,
    templateId,
    page,
    data: data as Record<string, { value: string }>,
    sentAt: now,
  })
  return { errCode: 0, errMsg: 'ok' }
}
