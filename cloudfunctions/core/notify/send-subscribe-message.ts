import type { CloudBase } from '@cloudbase/node-sdk'
import type { Message } from '../../../miniprogram/domain/message'
import type { SendOutcome } from '../../../miniprogram/domain/outbox'

interface Sending {
  readonly openid: string
  readonly templateId: string
  readonly message: Pick<Message, 'page' | 'data'>
}

/**
 * Codes that will be the same next time: openid, template, page or a field is wrong, or the function may not send.
 * Any other is the service's own trouble (-1 busy, 45009 too many calls) and may pass.
 */
const WRONG = new Set([40003, 40037, 41030, 47003, 20001, 43107, 43108, -604101])

/**
 * One call of subscribeMessage.send. 43101: the person refused or used up their consent; no answer is `unknown`.
 * developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export async function sendSubscribeMessage(
  app: CloudBase,
  { openid, templateId, message }: Sending,
): Promise<SendOutcome> {
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
    if (code === 43101) return 'refused'
    return WRONG.has(code) ? 'wrong' : 'again'
  } catch (error) {
    // Turned away at CloudBase's door, for too many at once: it never left.
    return /EXCEED|LimitExceeded/.test(String((error as { code?: unknown }).code))
      ? 'again'
      : 'unknown'
  }
}

function codeOf(result: unknown): number | undefined {
  const { errCode, errcode } = (result ?? {}) as { errCode?: number; errcode?: number }
  return errCode ?? errcode
}
