import type { CloudBase } from '@cloudbase/node-sdk'
import type { Message } from '../../../miniprogram/domain/message'
import type { TemplateName } from '../../../miniprogram/domain/template'
import type { Instant } from '../../../miniprogram/domain/time'
import type { Log } from '../kernel/log'
import type { MessageState } from '../store/messages'
import type { Store } from '../store/open-store'
import { sendSubscribeMessage } from './send-subscribe-message'

export interface Telling {
  /** The same key is told once. */
  readonly key: string
  readonly openid: string
  readonly message: Message
  /** WeChat's id of the template, when the person allowed such a message; absent keeps it in the app. */
  readonly templateId?: string
  readonly at: Instant
  /** What the person allowed in the tap that caused this: counted once, with the message. */
  readonly allowed?: readonly TemplateName[]
}

interface PhoneInfo {
  readonly purePhoneNumber?: string
}

export type Notify = ReturnType<typeof openNotify>

/** Tells people: always in the app's inbox, through WeChat where they allowed it. */
export function openNotify(app: CloudBase, store: Pick<Store, 'messages' | 'people'>, log: Log) {
  return {
    /**
     * Keeps the message, marked before it leaves, then sends it. WeChat's service knows no idempotency key, so an
     * unknown outcome stays `sending` and is never repeated; what was told before answers as it ended then.
     * Telling never fails what caused it.
     */
    async tell({
      key,
      openid,
      message,
      templateId,
      at,
      allowed = [],
    }: Telling): Promise<MessageState> {
      try {
        const state = templateId ? 'sending' : 'inbox'
        const added = await store.messages.add(key, { ...message, openid, at, state, read: false })
        if (!added) return (await store.messages.stateOf(key)) ?? state
        if (allowed.length > 0) await store.people.addCredits(openid, allowed)
        if (!templateId) return state
        const outcome = await sendSubscribeMessage(app, { openid, templateId, message })
        if (outcome === 'unknown') return state
        await store.messages.mark(key, outcome)
        if (outcome === 'sent') await store.people.spendCredit(openid, message.template)
        if (outcome === 'refused') await store.people.noCredit(openid, message.template)
        return outcome
      } catch (error) {
        log({ message: key, defect: String(error) })
        return 'sending'
      }
    },

    phoneNumberOf: async (code: string): Promise<string | undefined> => {
      const { result } = await app.callWxOpenApi({
        apiName: 'phonenumber.getPhoneNumber',
        requestData: { code },
      })
      // The cloud call answers in camelCase, the HTTP API that it wraps in snake_case.
      const answer = result as { phoneInfo?: PhoneInfo; phone_info?: PhoneInfo } | undefined
      return (answer?.phoneInfo ?? answer?.phone_info)?.purePhoneNumber
    },
  }
}
