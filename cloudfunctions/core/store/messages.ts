import type { HouseholdId } from '../../../miniprogram/domain/ids'
import type { Message } from '../../../miniprogram/domain/message'
import type { MessageState, Settled } from '../../../miniprogram/domain/outbox'
import type { Instant } from '../../../miniprogram/domain/time'
import { Collection, type Database, type Stored } from './collection'

export interface StoredMessage extends Message {
  readonly openid: string
  readonly at: Instant
  readonly state: MessageState
  readonly read: boolean
  /** WeChat's id of its template; absent keeps it in the app. */
  readonly templateId?: string
  /** It waits in line for this moment; absent once it has left. */
  readonly due?: Instant
  readonly leftAt?: Instant
  readonly tries?: number
  /** The community's notice that it brings, and to which family. */
  readonly noticeId?: string
  readonly householdId?: HouseholdId
}

/** Every message ever told, sent through WeChat or not: the app's own inbox, and the line of what is to be sent. */
export function openMessages(db: Database) {
  const messages = new Collection<StoredMessage>(db, 'messages')
  const _ = db.command

  return {
    /** False when a message of this key exists: it was told before. */
    add: (key: string, message: StoredMessage): Promise<boolean> => messages.insert(key, message),

    /** Those of them that were not told before. */
    async addAll(told: readonly (readonly [key: string, message: StoredMessage])[]): Promise<void> {
      if (told.length === 0 || (await messages.insertAll(told))) return
      const keys = told.map(([key]) => key)
      const known = await messages.find({ _id: _.in(keys) }, { fields: { _id: true } })
      const ids = new Set(known.map(({ _id }) => _id))
      for (const [key, message] of told) if (!ids.has(key)) await messages.insert(key, message)
    },

    stateOf: async (key: string): Promise<MessageState | undefined> =>
      (await messages.get(key, { state: true }))?.state,

    /** What waits in line for this moment or an earlier one, the first first. */
    due: (now: Instant, limit: number): Promise<Stored<StoredMessage>[]> =>
      messages.find({ due: _.lte(now) }, { orderBy: ['due', 'asc'], limit }),

    /** Marks it before it leaves. Of two timers one gets it; who finds it taken leaves it alone. */
    take: async (key: string, due: Instant, now: Instant): Promise<boolean> =>
      (await messages.change(
        { _id: key, due },
        { state: 'sending', due: _.remove(), leftAt: now, tries: _.inc(1) },
      )) === 1,

    /** Out of the line without being sent. */
    drop: (key: string, due: Instant, state: MessageState): Promise<number> =>
      messages.change({ _id: key, due }, { state, due: _.remove() }),

    /** How the try ended that took it. */
    settle: (key: string, { state, due }: Settled): Promise<number> =>
      messages.change({ _id: key, state: 'sending' }, { state, ...(due ? { due } : {}) }),

    /** Whoever sent these died before the answer: nobody knows whether they arrived. */
    loseSight: (leftBefore: Instant): Promise<number> =>
      messages.change({ state: 'sending', leftAt: _.lt(leftBefore) }, { state: 'unknown' }),

    /** Takes back what of a notice has not left, also from inboxes where nobody has read it. */
    async recall(noticeId: string): Promise<number> {
      const taken = { state: 'recalled', due: _.remove(), read: true }
      const waiting = await messages.change({ noticeId, due: _.exists(true) }, taken)
      return waiting + (await messages.change({ noticeId, state: 'inbox', read: false }, taken))
    },

    /** What is still in line, failures that are tried again included. */
    pendingOf: (noticeId: string): Promise<number> =>
      messages.count({ noticeId, due: _.exists(true) }),

    countOf: (noticeId: string, state: MessageState): Promise<number> =>
      messages.count({ noticeId, state }),

    /** Messages of a notice in these states, by family, from after this one. */
    ofNotice: (
      noticeId: string,
      states: readonly MessageState[],
      after: HouseholdId | '',
      limit: number,
    ): Promise<Stored<StoredMessage>[]> =>
      messages.find(
        { noticeId, state: _.in([...states]), householdId: _.gt(after) },
        { orderBy: ['householdId', 'asc'], limit, fields: { householdId: true, state: true } },
      ),

    /** The same among these families. */
    ofFamilies: (
      noticeId: string,
      states: readonly MessageState[],
      ids: readonly HouseholdId[],
    ): Promise<Stored<StoredMessage>[]> =>
      messages.find(
        { noticeId, state: _.in([...states]), householdId: _.in([...ids]) },
        { fields: { householdId: true } },
      ),

    of: (openid: string, limit: number): Promise<Stored<StoredMessage>[]> =>
      messages.find({ openid, state: _.neq('recalled') }, { orderBy: ['at', 'desc'], limit }),
    unread: (openid: string): Promise<number> => messages.count({ openid, read: false }),
    readAll: (openid: string): Promise<number> =>
      messages.change({ openid, read: false }, { read: true }),
    erase: (openid: string): Promise<number> => messages.remove({ openid }),
  }
}
