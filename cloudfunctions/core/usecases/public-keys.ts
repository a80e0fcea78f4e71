import { publicKeyOf, type TicketKeys } from '../../../miniprogram/domain/signed-text'
import type { Context } from '../kernel/context'

/** The halves of the keys that everybody may know, by key id: they check a code and sign none. */
export function publicKeysOf(keys: Context['ticketKeys']): TicketKeys {
  return Object.fromEntries(keys.map((key) => [key.keyId, publicKeyOf(key)]))
}
