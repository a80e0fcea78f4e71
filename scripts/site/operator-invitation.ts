import { createHash, randomInt } from 'node:crypto'

/** Without the letters and digits that people confuse. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODE_LENGTH = 12
const GOOD_FOR_MS = 7 * 24 * 3_600_000

export interface OperatorInvitation {
  /** To be told to one person; it is stored nowhere. */
  readonly code: string
  readonly document: {
    readonly _id: string
    readonly siteId: string
    readonly role: 'operator'
    readonly name: string
    readonly invitedBy: string
    readonly expiresAt: number
  }
}

/**
 * The first operator's one-time invitation, good for a week from `now` (ms): nobody is there yet who could invite.
 * The document's id is the code's hash as `core/kernel/context.ts` makes it.
 */
export function operatorInvitation(siteId: string, name: string, now: number): OperatorInvitation {
  const letters = Array.from({ length: CODE_LENGTH }, () =>
    ALPHABET.charAt(randomInt(ALPHABET.length)),
  )
  const code = letters.join('')
  const _id = createHash('sha256').update(code).digest('hex').slice(0, 20)
  const expiresAt = now + GOOD_FOR_MS
  return {
    code,
    document: { _id, siteId, role: 'operator', name, invitedBy: 'set-up-site', expiresAt },
  }
}
