import type { Message } from '../../../miniprogram/domain/message'
import type { Instant } from '../../../miniprogram/domain/time'
import { Collection, type Database, type Stored } from './collection'

/**
 * `inbox`: only in the app · `sending`: marked before it leaves; whoever finds it so does not know whether it
 * arrived and does not repeat it · `sent` · `refused`: no consent left (43101) · `failed`: WeChat said no.
 */
export type MessageState = 'inbox' | 'sending' | 'sent' | 'refused' | 'failed'

export interface StoredMessage extends Message {
  readonly openid: string
  readonly at: Instant
  readonly state: MessageState
  readonly read: boolean
}

/** Every message ever told, sent through WeChat or not: the app's own inbox. */
export function openMessages(db: Database) {
  const messages = new Collection<StoredMessage>(db, 'messages')

  return {
    /** False when a message of this key exists: it was told before. */
    add: (key: string, message: StoredMessage): Promise<boolean> => messages.insert(key, message),
    stateOf: async (key: string): Promise<MessageState | undefined> =>
      (await messages.get(key, { state: true }))?.state,
    mark: (key: string, state: MessageState): Promise<number> =>
      messages.change({ _id: key }, { state }),
    of: (openid: string, limit: number): Promise<Stored<StoredMessage>[]> =>
      messages.find({ openid }, { orderBy: ['at', 'desc'], limit }),
    unread: (openid: string): Promise<number> => messages.count({ openid, read: false }),
    readAll: (openid: string): Promise<number> =>
      messages.change({ openid, read: false }, { read: true }),
    erase: (openid: string): Promise<number> => messages.remove({ openid }),
  }
}
