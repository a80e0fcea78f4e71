import type { CloudBase } from '@cloudbase/node-sdk'
import type { Message } from '../../../miniprogram/domain/message'
import {
  dueOf,
  isPointless,
  settledAs,
  type MessageState,
  type SendOutcome,
} from '../../../miniprogram/domain/outbox'
import type { Span } from '../../../miniprogram/domain/span'
import type { TemplateName } from '../../../miniprogram/domain/template'
import type { Instant } from '../../../miniprogram/domain/time'
import type { Log } from '../kernel/log'
import type { StoredMessage } from '../store/messages'
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
  /** The site's own quiet hours. */
  readonly quiet?: Span
  /** What the person allowed in the tap that caused this: counted once, with the message. */
  readonly allowed?: readonly TemplateName[]
}

interface PhoneInfo {
  readonly purePhoneNumber?: string
}

type Leaving = Pick<StoredMessage, 'openid' | 'template' | 'page' | 'data'>

export type Notify = ReturnType<typeof openNotify>

/** Tells people: always in the app's inbox, through WeChat where they allowed it. */
export function openNotify(app: CloudBase, store: Pick<Store, 'messages' | 'people'>, log: Log) {
  /** One try of a message that is marked as `sending`: its credit is spent before it leaves. */
  async function leave(
    key: string,
    message: Leaving,
    { templateId, tries, at }: { templateId: string; tries: number; at: Instant },
  ): Promise<MessageState> {
    const { openid, template } = message
    const spent = await store.people.spendCredit(openid, template)
    if (spent === 0) {
      await store.messages.settle(key, { state: 'inbox' })
      return 'inbox'
    }
    const outcome = await sendSubscribeMessage(app, { openid, templateId, message })
    await correctCredit(openid, template, outcome)
    const settled = settledAs(outcome, tries, at)
    await store.messages.settle(key, settled)
    return settled.state
  }

  /** A clear no used no consent; 43101 says that there was none, whatever the phones reported. */
  async function correctCredit(openid: string, template: TemplateName, outcome: SendOutcome) {
    if (outcome === 'refused') await store.people.noCredit(openid, template)
    if (outcome === 'again' || outcome === 'wrong')
      await store.people.returnCredit(openid, template)
  }

  return {
    /**
     * Keeps the message, marked before it leaves, then sends it; in quiet hours it waits in line, unless the person has
     * just tapped. WeChat's service knows no idempotency key, so an unknown outcome is never repeated; what was told
     * before answers as it stands. Telling never fails what caused it.
     */
    async tell(telling: Telling): Promise<MessageState> {
      const { key, openid, message, templateId, at, quiet, allowed = [] } = telling
      try {
        const due = allowed.length > 0 ? at : dueOf(message, at, quiet)
        const kept = { ...message, openid, at, read: false }
        const stored: StoredMessage = !templateId
          ? { ...kept, state: 'inbox' }
          : due > at
            ? { ...kept, templateId, state: 'waiting', due }
            : { ...kept, templateId, state: 'sending', leftAt: at, tries: 1 }
        const added = await store.messages.add(key, stored)
        if (!added) return (await store.messages.stateOf(key)) ?? stored.state
        if (allowed.length > 0) await store.people.addCredits(openid, allowed)
        if (!templateId || stored.state !== 'sending') return stored.state
        return await leave(key, { ...message, openid }, { templateId, tries: 1, at })
      } catch (error) {
        log({ message: key, defect: String(error) })
        return 'sending'
      }
    },

    /** Sends one that waited in line, if nobody else does. Says whether it had its turn here. */
    async send(message: StoredMessage & { readonly _id: string }, now: Instant): Promise<boolean> {
      const { _id: key, due, templateId, tries = 0 } = message
      if (due === undefined || !templateId) return false
      if (isPointless(message, now)) return (await store.messages.drop(key, due, 'expired')) === 1
      if (!(await store.messages.take(key, due, now))) return false
      await leave(key, message, { templateId, tries: tries + 1, at: now })
      return true
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
