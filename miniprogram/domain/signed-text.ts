import { fromByteArray, toByteArray } from 'base64-js'
import nacl from 'tweetnacl'
import { asciiBytes, isAscii } from './ascii'
import { refuse, accept, type Result } from './result'

/** An Ed25519 key pair's private half, as the function's variable holds it. */
export interface SigningKey {
  readonly keyId: string
  /** 32 bytes, base64. */
  readonly seed: string
}

/** Public keys by key id, 32 bytes each in base64: all that a phone at the door needs. */
export type TicketKeys = Readonly<Record<string, string>>

/** No code of ours is longer, in characters. */
export const LONGEST_CODE = 400

/** The order of Ed25519's group, 2²⁵² + 27742317777372353535851937790883648493. */
const ORDER = '1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed'

/**
 * `<mark>.<keyId>.<field>.….<signature>`, ASCII: Ed25519 (RFC 8032) over everything before the last dot. The same
 * fields always give the same text, so a code on a screen stays good without network. A field holds no dot.
 */
export function signFields(mark: string, fields: readonly string[], key: SigningKey): string {
  const { secretKey } = nacl.sign.keyPair.fromSeed(toByteArray(key.seed))
  const text = [mark, key.keyId, ...fields].join('.')
  return `${text}.${base64Url(nacl.sign.detached(asciiBytes(text), secretKey))}`
}

/**
 * The fields between key id and signature. `ticket_unreadable` for a code that is none of ours (another mark, another
 * count of fields), `ticket_forged` for one that pretends.
 */
export function readFields(
  text: string,
  mark: string,
  count: number,
  keys: TicketKeys,
): Result<readonly string[]> {
  const parts = text.length <= LONGEST_CODE ? text.split('.') : []
  if (parts[0] !== mark || parts.length !== count + 3 || parts.includes(''))
    return refuse({ code: 'ticket_unreadable' })
  const [keyId, ...fields] = parts.slice(1, -1)
  const signature = parts[parts.length - 1] ?? ''
  // Own entries only: `keys.constructor` is no key.
  const key = Object.entries(keys).find(([id]) => id === keyId)?.[1]
  if (!key || !isSigned(text.slice(0, text.lastIndexOf('.')), signature, key))
    return refuse({ code: 'ticket_forged' })
  return accept(fields)
}

export function publicKeyOf(key: SigningKey): string {
  return fromByteArray(nacl.sign.keyPair.fromSeed(toByteArray(key.seed)).publicKey)
}

function isSigned(text: string, signature: string, publicKey: string): boolean {
  if (!/^[A-Za-z0-9_-]{86}$/.test(signature) || !isAscii(text)) return false
  const bytes = toByteArray(`${signature}==`)
  // Base64 has two spellings of some last characters; only the canonical one is a signature.
  if (base64Url(bytes) !== signature || !isBelowOrder(bytes.subarray(32))) return false
  return nacl.sign.detached.verify(asciiBytes(text), bytes, toByteArray(publicKey))
}

/** RFC 8032, 5.1.7 asks for this and tweetnacl leaves it out: else each signature has a twin. */
function isBelowOrder(scalar: Uint8Array): boolean {
  const hex = scalar.reduceRight((text, byte) => text + byte.toString(16).padStart(2, '0'), '')
  return hex < ORDER
}

function base64Url(bytes: Uint8Array): string {
  return fromByteArray(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}
