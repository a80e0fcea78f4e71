import nacl from 'tweetnacl'
import { asciiBytes } from './ascii'
import type { ChildId, DrawId, HouseholdId, RequestId, SiteId } from './ids'
import type { Fen } from './money'
import type { RefusalCode } from './refusal'
import type { Opening, Releasing } from './release'
import type { Span } from './span'
import type { Instant, LocalDate } from './time'

/**
 * The places of one tranche, handed out by a draw. Before the first request the hash of a secret seed is shown; requests
 * are gathered; then the seed is shown too. Whoever has seed and requests finds the same order.
 */
export interface Draw {
  readonly id: DrawId
  readonly siteId: SiteId
  readonly date: LocalDate
  /** Which of the day's openings, from 0. */
  readonly tranche: number
  readonly from: Instant
  readonly closesAt: Instant
  /** SHA-512 of the seed, hexadecimal. */
  readonly commitment: string
  /** ASCII; nobody is told before the draw is closed. */
  readonly seed: string
  /** One for each household that takes part; empty again once the draw is done. */
  readonly requests: Readonly<Record<RequestId, DrawRequest>>
  /** `drawn`: the order stands, places are being handed out; `done`: what is left is open to all. */
  readonly state: 'open' | 'drawn' | 'done'
  readonly order?: readonly RequestId[]
  readonly results: Readonly<Record<RequestId, DrawResult>>
  /** When the timer has something to do with it; absent once it is done. */
  readonly nextAt?: Instant
  /** Grows with every request, so that none slips in between counting and closing. */
  readonly rev: number
}

export interface DrawRequest {
  readonly householdId: HouseholdId
  readonly childIds: readonly ChildId[]
  readonly span: Span
  readonly seenTotalFen: Fen
  /** Who asked, and is told. */
  readonly openid: string
  readonly askedAt: Instant
}

export type DrawResult = 'booked' | RefusalCode

/** What is published before: it fixes the seed without telling it. */
export function commitmentOf(seed: string): string {
  return sha512(seed)
}

/** The requests in the order of SHA-512 of `<seed>.<request>`: nothing else has a say, not even the time of asking. */
export function drawOrder(seed: string, requestIds: readonly RequestId[]): RequestId[] {
  const lots = requestIds.map((id) => [sha512(`${seed}.${id}`), id] as const)
  return lots.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id)
}

/** Whether the published result is what seed and requests make of it. */
export function isFairDraw(
  { commitment, seed, order }: { commitment: string; seed: string; order: readonly RequestId[] },
  requestIds: readonly RequestId[],
): boolean {
  const found = drawOrder(seed, requestIds)
  return (
    commitmentOf(seed) === commitment &&
    found.length === order.length &&
    found.every((id, index) => id === order[index])
  )
}

/** The next tranche of the day that is drawn and not done yet, with its place among all. */
export function nextDrawOf({ release = [] }: Releasing): readonly [number, Opening] | undefined {
  return [...release.entries()].find(([, { draw }]) => draw && !draw.done)
}

function sha512(text: string): string {
  return nacl.hash(asciiBytes(text)).reduce((hex, byte) => hex + two(byte), '')
}

function two(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
