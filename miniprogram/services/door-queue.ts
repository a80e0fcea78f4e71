import type { BookingId, SiteId } from '../domain/ids'
import type { KeptAct } from '../domain/kept-act'
import type { Refusal } from '../domain/refusal'
import { call } from './call'
import { clockNow } from './door-clock'
import { keepEncrypted, keptEncrypted } from './encrypted'

/** What this phone did without network. It waits here, also over a restart, until it has been told. */
interface Queue {
  readonly waiting: readonly Waiting[]
  /** What did not fit when it was told: people must look, and say that they did. */
  readonly conflicts: readonly Conflict[]
}
export interface Waiting {
  readonly bookingId: BookingId
  readonly told: KeptAct
}
export interface Conflict extends Waiting {
  readonly refusal: Refusal
}

const KEY = 'door.queue'
/** As many as one call takes. */
const AT_ONCE = 60

let queue: Queue | undefined
let telling: Promise<void> | undefined

export async function openQueue(): Promise<Queue> {
  queue ??= (await keptEncrypted<Queue>(KEY)) ?? { waiting: [], conflicts: [] }
  return queue
}

export async function keepAct(waiting: Waiting): Promise<void> {
  const { waiting: before, conflicts } = await openQueue()
  await save({ waiting: [...before, waiting], conflicts })
}

/** Tells everything that waits, in order; what cannot be told now goes on waiting. */
export function tellWaiting(siteId: SiteId): Promise<void> {
  telling ??= tell(siteId).finally(() => {
    telling = undefined
  })
  return telling
}

async function tell(siteId: SiteId): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    const { waiting } = await openQueue()
    const batch = waiting.slice(0, AT_ONCE)
    if (batch.length === 0) return
    const acts = batch.map(({ told }) => told)
    // oxlint-disable-next-line no-await-in-loop
    const { told } = await call('syncDoor', { siteId, sentAt: clockNow(), acts })
    const refusals = new Map(told.map(({ nonce, refusal }) => [nonce, refusal]))
    const now = queue ?? { waiting: [], conflicts: [] }
    const found = batch.flatMap((each) => {
      const refusal = refusals.get(each.told.nonce)
      return refusal ? [{ ...each, refusal }] : []
    })
    // oxlint-disable-next-line no-await-in-loop
    await save({
      waiting: now.waiting.filter((each) => !refusals.has(each.told.nonce)),
      conflicts: [...now.conflicts, ...found],
    })
  }
}

/** Somebody has looked at it. */
export async function settleConflict(nonce: string): Promise<void> {
  const { waiting, conflicts } = await openQueue()
  await save({ waiting, conflicts: conflicts.filter(({ told }) => told.nonce !== nonce) })
}

async function save(next: Queue): Promise<void> {
  queue = next
  await keepEncrypted(KEY, next)
}
