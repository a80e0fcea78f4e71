import { fromByteArray, toByteArray } from 'base64-js'
import nacl from 'tweetnacl'
import { asciiBytes, isAscii } from './ascii'
import type { BookingId, ChildId, SiteId } from './ids'
import { accept, refuse, type Result } from './result'
import { slotKeyOf, slotTimeOf, type SlotKey, type Span } from './span'
import type { LocalDate } from './time'

/** What the QR at the door says: one child, one booking, one site, one day. */
export interface Ticket {
  readonly bookingId: BookingId
  readonly childId: ChildId
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly span: Span
}

/** An Ed25519 key pair's private half, as the function's variable holds it. */
export interface SigningKey {
  readonly keyId: string
  /** 32 bytes, base64. */
  readonly seed: string
}

/** Public keys by key id, 32 bytes each in base64: all that a phone at the door needs. */
export type TicketKeys = Readonly<Record<string, string>>

const MARK = 'YN1'

/** The order of Ed25519's group, 2²⁵² + 27742317777372353535851937790883648493. */
const ORDER = '1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed'

/**
 * `YN1.<keyId>.<booking>.<child>.<site>.<yyyymmdd>.<hhmm>.<hhmm>.<signature>`, ASCII, about 150
 * characters: Ed25519 (RFC 8032) over everything before the last dot. The same booking always gives
 * the same ticket, so a ticket on the screen stays good without network.
 */
export function signTicket(ticket: Ticket, key: SigningKey): string {
  const { secretKey } = nacl.sign.keyPair.fromSeed(toByteArray(key.seed))
  const text = [
    MARK,
    key.keyId,
    ticket.bookingId,
    ticket.childId,
    ticket.siteId,
    ticket.date.replace(/-/g, ''),
    slotKeyOf(ticket.span.from),
    slotKeyOf(ticket.span.to),
  ].join('.')
  return `${text}.${base64Url(nacl.sign.detached(asciiBytes(text), secretKey))}`
}

export function publicKeyOf(key: SigningKey): string {
  return fromByteArray(nacl.sign.keyPair.fromSeed(toByteArray(key.seed)).publicKey)
}

/** `ticket_unreadable` for a code that is none of ours, `ticket_forged` for one that pretends. */
export function verifyTicket(text: string, keys: TicketKeys): Result<Ticket> {
  const parts = text.length <= 400 ? text.split('.') : []
  const [mark, keyId, bookingId, childId, siteId, date, from, to, signature] = parts
  if (mark !== MARK || parts.length !== 9 || !keyId || !date || !from || !to || !signature)
    return refuse({ code: 'ticket_unreadable' })
  const key = Object.entries(keys).find(([id]) => id === keyId)?.[1]
  if (!key || !isSigned(text.slice(0, text.lastIndexOf('.')), signature, key))
    return refuse({ code: 'ticket_forged' })
  return accept({
    bookingId: bookingId as BookingId,
    childId: childId as ChildId,
    siteId: siteId as SiteId,
    date: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` as LocalDate,
    span: { from: slotTimeOf(from as SlotKey), to: slotTimeOf(to as SlotKey) },
  })
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
