import type { Clock } from '../clock'
import { permittedApis, type FunctionSpec } from '../functions/rc'
import type { Messages } from './messages'
import { miniCode } from './mini-code'
import type { PhoneCodes } from './phone-codes'
import { sendMessage, type WeChatReply } from './send-message'

/** WeChat's server APIs as a function reaches them through the cloud. */
export class OpenApi {
  private readonly messages: Messages
  private readonly codes: PhoneCodes
  private readonly clock: Clock

  constructor(messages: Messages, codes: PhoneCodes, clock: Clock) {
    this.messages = messages
    this.codes = codes
    this.clock = clock
  }

  /** Only a function may call, and only what its config.json lists. */
  async call(
    name: string,
    request: Record<string, unknown>,
    caller: FunctionSpec | undefined,
  ): Promise<WeChatReply> {
    if (!caller || !permittedApis(caller).includes(name))
      return { errCode: -604101, errMsg: 'function has no permission to call this API' }
    switch (name) {
      case 'subscribeMessage.send':
        return sendMessage(request, this.messages, this.clock.now())
      case 'phonenumber.getPhoneNumber':
        return this.codes.exchange(request['code'])
      case 'wxacode.getUnlimited':
        return miniCode(request)
      default:
        return { errCode: -604100, errMsg: `unsupported by the local cloud: ${name}` }
    }
  }
}
