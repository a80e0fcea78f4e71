import type { CloudBase } from '@cloudbase/node-sdk'
import type { Message } from '../../../miniprogram/domain/message'

interface Sending {
  readonly openid: string
  readonly templateId: string
  readonly message: Message
}

/**
 * One call of subscribeMessage.send. 43101: the person refused or used up their consent; any other code is a clear
 * no; no answer is `unknown`. developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export async function sendSubscribeMessage(
  app: CloudBase,
  { openid, templateId, message }: Sending,
): Promise<'sent' | 'refused' | 'failed' | 'unknown'> {
  try {
    const { result } = await app.callWxOpenApi({
      apiName: 'subscribeMessage.send',
      requestData: {
        touser: openid,
        templateId,
        page: message.page,
        data: Object.fromEntries(
          Object.entries(message.data).map(([field, value]) => [field, { value }]),
        ),
      },
    })
    const code = codeOf(result)
    if (code === undefined) return 'unknown'
    if (code === 0) return 'sent'
    return code === 43101 ? 'refused' : 'failed'
  } catch {
    return 'unknown'
  }
}

function codeOf(result: unknown): number | undefined {
  const { errCode, errcode } = (result ?? {}) as { errCode?: number; errcode?: number }
  return errCode ?? errcode
}
