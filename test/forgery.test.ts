import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import nacl from 'tweetnacl'
import { readDoorCode } from '../miniprogram/domain/door-code'
import type { BookingId, ChildId, PassId, SiteId } from '../miniprogram/domain/ids'
import { signPass } from '../miniprogram/domain/pass-code'
import { publicKeyOf, type SigningKey } from '../miniprogram/domain/signed-text'
import { signTicket } from '../miniprogram/domain/ticket'
import { localDate, localTime } from '../miniprogram/domain/time'

const MUTANTS = 100_000
/** A verification in JavaScript takes a millisecond or more; so many of the mutants get one. */
const BY_TWEETNACL = 200

const aKey = (keyId: string, fill: number): SigningKey => ({
  keyId,
  seed: Buffer.alloc(32, fill).toString('base64'),
})
const ours = [aKey('k1', 1), aKey('k2', 2)] as const
const keys = Object.fromEntries(ours.map((key) => [key.keyId, publicKeyOf(key)]))
const id = {
  bookingId: '0123456789abcdef0123-1' as BookingId,
  childId: 'abcdefghjk-1' as ChildId,
  siteId: 'yucun' as SiteId,
  date: localDate('2026-11-26'),
}
const span = { from: localTime('09:00'), to: localTime('11:00') }
const genuine = [
  signTicket({ ...id, span }, ours[0]),
  signTicket({ ...id, childId: 'abcdefghjk-2' as ChildId, span }, ours[1]),
  signPass({ ...id, passId: 'fedcba98765432100123' as PassId }, ours[0]),
]

/** The same mutants in every run: a linear congruential generator (Numerical Recipes' constants). */
let state = 20261126
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
const letter = (): string => LETTERS.charAt(random(LETTERS.length))

/** One small change to a genuine code, or two codes spliced: what a forger with a text editor would try. */
function mutate(text: string): string {
  const at = random(text.length)
  const other = genuine[random(genuine.length)] ?? text
  const dot = text.lastIndexOf('.')
  switch (random(7)) {
    case 0:
      return text.slice(0, at) + letter() + text.slice(at + 1)
    case 1:
      return text.slice(0, at) + letter() + text.slice(at)
    case 2:
      return text.slice(0, at) + text.slice(at + 1)
    case 3: {
      const code = text.charCodeAt(at) ^ (1 << random(7))
      return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
    }
    case 4: {
      const bytes = Buffer.from(text.slice(dot + 1), 'base64url')
      if (bytes.length === 0) return `${text}${letter()}`
      const byte = random(bytes.length)
      bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << random(8)), byte)
      return `${text.slice(0, dot + 1)}${bytes.toString('base64url')}`
    }
    case 5:
      return text.slice(0, dot) + other.slice(other.lastIndexOf('.'))
    default:
      return text.slice(0, at) + other.slice(at)
  }
}

const mutants = new Set<string>()
while (mutants.size < MUTANTS) {
  let mutant = mutate(genuine[random(genuine.length)] ?? '')
  // One change in most, two or three in the others: there are not a hundred thousand single ones.
  for (let more = random(3); more > 0; more--) mutant = mutate(mutant)
  if (!genuine.includes(mutant)) mutants.add(mutant)
}

/** DER of an Ed25519 public key (RFC 8410) up to the 32 bytes themselves. */
const DER = Buffer.from('302a300506032b6570032100', 'hex')
const opened = new Map<string, KeyObject>()
const openSsl = (text: Uint8Array, signature: Uint8Array, bytes: Uint8Array): boolean => {
  const name = Buffer.from(bytes).toString('base64')
  const der = Buffer.concat([DER, bytes])
  const key = opened.get(name) ?? createPublicKey({ key: der, format: 'der', type: 'spki' })
  opened.set(name, key)
  return verify(null, text, key, signature)
}

describe(`${MUTANTS} changed tickets and passes`, () => {
  const { detached } = nacl.sign
  const tweetnacl = detached.verify.bind(detached)
  afterEach(() => {
    nacl.sign.detached.verify = tweetnacl
  })

  test('the genuine ones are good, by both libraries', () => {
    for (const text of genuine) expect(readDoorCode(text, keys).ok).toBe(true)
    nacl.sign.detached.verify = openSsl
    for (const text of genuine) expect(readDoorCode(text, keys).ok).toBe(true)
  })

  test('none is accepted: all of them with OpenSSL’s Ed25519 in place of tweetnacl’s', () => {
    let verified = 0
    nacl.sign.detached.verify = (text, signature, key) => {
      verified += 1
      return openSsl(text, signature, key)
    }
    const accepted = [...mutants].filter((mutant) => readDoorCode(mutant, keys).ok)
    expect(accepted).toEqual([])
    // Most of them are well-formed and fall by the signature alone.
    expect(verified).toBeGreaterThan(MUTANTS / 3)
  })

  test(`none is accepted: ${BY_TWEETNACL} that reach the signature, with tweetnacl itself`, () => {
    let verified = 0
    nacl.sign.detached.verify = (text, signature, key) => {
      verified += 1
      const good = tweetnacl(text, signature, key)
      // The two libraries are of one mind about each.
      expect(good).toBe(openSsl(text, signature, key))
      return good
    }
    const accepted: string[] = []
    for (const mutant of mutants) {
      if (verified >= BY_TWEETNACL) break
      if (readDoorCode(mutant, keys).ok) accepted.push(mutant)
    }
    expect(verified).toBe(BY_TWEETNACL)
    expect(accepted).toEqual([])
  })
})
