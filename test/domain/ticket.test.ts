import fc from 'fast-check'
import type { BookingId, ChildId, SiteId } from '../../miniprogram/domain/ids'
import { timeAt, dateOf, type Instant } from '../../miniprogram/domain/time'
import { publicKeyOf, type SigningKey } from '../../miniprogram/domain/signed-text'
import { signTicket, verifyTicket, type Ticket } from '../../miniprogram/domain/ticket'
import { MONDAY } from '../support/a-day'
import { aSpan } from '../support/a-span'

const aKey = (keyId: string, byte: number): SigningKey => ({
  keyId,
  seed: Buffer.alloc(32, byte).toString('base64'),
})
const september = aKey('k1', 1)
const october = aKey('k2', 2)
const keys = { k1: publicKeyOf(september), k2: publicKeyOf(october) }

const ticket: Ticket = {
  bookingId: 'attempt-1' as BookingId,
  childId: 'family-1' as ChildId,
  siteId: 'yucun' as SiteId,
  date: MONDAY,
  span: aSpan('9:00-11:00'),
}
const text = signTicket(ticket, september)

const codeOf = (scanned: string, known = keys): string => {
  const answer = verifyTicket(scanned, known)
  return answer.ok ? 'good' : answer.refusal.code
}

/** The same ticket under other signature bytes. */
const signed = (signature: Uint8Array): string =>
  `${text.slice(0, text.lastIndexOf('.'))}.${Buffer.from(signature).toString('base64url')}`

const runs = { numRuns: 15 } // signing and verifying take their time

describe('a ticket', () => {
  test('tells the door what was signed', () =>
    expect(verifyTicket(text, keys)).toEqual({ ok: true, value: ticket }))

  test('of the same booking is always the same text', () =>
    expect(signTicket({ ...ticket }, september)).toBe(text))

  test('is short and plain enough for a QR', () => {
    expect(text).toMatch(/^[\x21-\x7e]+$/)
    expect(text.length).toBeLessThan(200)
  })

  test('signed with last month’s key is good while that key is known, and forged after', () => {
    expect(codeOf(signTicket(ticket, october))).toBe('good')
    expect(codeOf(text, { k2: keys.k2 } as typeof keys)).toBe('ticket_forged')
  })

  test('that names another key than it was signed with is forged', () =>
    expect(codeOf(text.replace('.k1.', '.k2.'))).toBe('ticket_forged'))

  test('that names a key which every object has is forged', () =>
    expect(codeOf(text.replace('.k1.', '.constructor.'))).toBe('ticket_forged'))

  test('of somebody else’s making is forged', () =>
    expect(codeOf(signTicket(ticket, aKey('k1', 9)))).toBe('ticket_forged'))

  test('with another child’s name in it is forged', () =>
    expect(codeOf(text.replace('family-1', 'family-2'))).toBe('ticket_forged'))

  test('with its signature spelt differently is forged', () => {
    const last = text.slice(-1)
    const twin = String.fromCharCode(last.charCodeAt(0) + 1)
    expect(codeOf(text.slice(0, -1) + twin)).toBe('ticket_forged')
  })

  test('with the group’s order added to its signature is forged, as RFC 8032 asks', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const bytes = Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64url')
    const scalar = BigInt(`0x${Buffer.from(bytes.subarray(32).toReversed()).toString('hex')}`)
    const hex = (scalar + order).toString(16).padStart(64, '0')
    const twin = Buffer.concat([bytes.subarray(0, 32), Buffer.from(hex, 'hex').toReversed()])
    expect(codeOf(signed(twin))).toBe('ticket_forged')
  })

  test.each([
    '',
    'https://weixin.qq.com',
    '6901234567892',
    'YN2.a.b.c.d.e.f.g.h',
    'x'.repeat(5000),
  ])('%j is some other code', (other) => expect(codeOf(other)).toBe('ticket_unreadable'))
})

describe('properties', () => {
  const ids = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
  const tickets: fc.Arbitrary<Ticket> = fc.record({
    bookingId: ids.map((id) => id as BookingId),
    childId: ids.map((id) => id as ChildId),
    siteId: ids.map((id) => id as SiteId),
    date: fc.integer({ min: 0, max: 4e12 }).map((ms) => dateOf(ms as Instant)),
    span: fc.record({
      from: fc.integer({ min: 0, max: 47 }).map((slot) => timeAt(slot * 30)),
      to: fc.integer({ min: 1, max: 48 }).map((slot) => timeAt(slot * 30)),
    }),
  })

  test('whatever is signed reads back', () =>
    fc.assert(
      fc.property(tickets, (any) =>
        expect(verifyTicket(signTicket(any, october), keys)).toEqual({ ok: true, value: any }),
      ),
      runs,
    ))

  test('a ticket with any character changed, put in or left out is refused, and nothing throws', () =>
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom(0, 1),
        fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 2 })),
        (at, cut, put) => {
          const changed = text.slice(0, at) + put + text.slice(at + cut)
          fc.pre(changed !== text)
          expect(['ticket_forged', 'ticket_unreadable']).toContain(codeOf(changed))
        },
      ),
      { numRuns: 60 },
    ))

  test('a ticket with one bit of its signature turned is forged', () =>
    fc.assert(
      fc.property(fc.nat({ max: 511 }), (bit) => {
        const signature = Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64url')
        signature[bit >> 3]! ^= 1 << (bit & 7)
        expect(codeOf(signed(signature))).toBe('ticket_forged')
      }),
      runs,
    ))

  test('anything at all scanned is answered, never thrown at', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (any) =>
        expect(codeOf(any)).not.toBe('good'),
      ),
    ))

  test('a forger who keeps the form and writes any signature gets nowhere', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) =>
        expect(codeOf(signed(bytes))).toBe('ticket_forged'),
      ),
      runs,
    ))
})
