import type { DoorRecords } from '../../../miniprogram/domain/attendance'
import { refuseLost } from '../../../miniprogram/domain/door'
import type { Reservation } from '../../../miniprogram/domain/day'
import {
  doesNotFit,
  readKeptAct,
  rightTime,
  type TellingAct,
} from '../../../miniprogram/domain/kept-act'
import { decidePass } from '../../../miniprogram/domain/pass'
import type { Refusal } from '../../../miniprogram/domain/refusal'
import { accept, type Result } from '../../../miniprogram/domain/result'
import type { Api } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { dutyKeyOf } from './duty-key'
import { publicKeysOf } from './public-keys'
import { recordDoor, type AtDoor, type Recorded } from './record-door'

type Told = Api['syncDoor']['output']['told'][number]

/**
 * What phones did without network. It has happened: it is not decided again but written down, each nonce once, and
 * what does not fit to the rest comes back with its reason. One update for each booking; told again, nothing changes.
 */
export const syncDoor: UseCase<'syncDoor', 'staff'> = {
  name: 'syncDoor',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run(context, { siteId, sentAt, acts }, { openid }) {
    const { now, ticketKeys } = context
    const keys = publicKeysOf(ticketKeys)
    const by = dutyKeyOf(context, openid)
    const told = new Map<string, Told>()
    const byBooking = new Map<string, Telling[]>()
    for (const act of acts) {
      const { nonce } = act
      const at = rightTime(act.at, sentAt, now)
      const read = readKeptAct(act, { at, now, by, siteId, keys })
      told.set(nonce, { nonce, ...(read.ok ? {} : { refusal: read.refusal }) })
      if (!read.ok) continue
      const key = `${read.value.date} ${read.value.bookingId}`
      byBooking.set(key, [...(byBooking.get(key) ?? []), { nonce, ...read.value }])
    }
    for (const acts of byBooking.values())
      for (const each of await tellBooking(context, siteId, acts)) told.set(each.nonce, each)
    return accept({ told: [...told.values()] })
  },
}

interface Telling extends TellingAct {
  readonly nonce: string
}

async function tellBooking(
  context: Context,
  siteId: AtDoor['siteId'],
  acts: readonly Telling[],
): Promise<Told[]> {
  const [first] = acts
  if (!first) return []
  const { bookingId, date } = first
  const records = Object.fromEntries(acts.map(({ nonce, record }) => [nonce, record]))
  const recorded = await recordDoor(context, { siteId, date, bookingId }, (before) =>
    holds(before, records),
  )
  return Promise.all(
    acts.map(async ({ nonce, record }) => {
      // Nothing follows from having been at the door where there is no place any more.
      if (record.act === 'stopped') return { nonce, bookingId }
      const refusal = recorded.ok
        ? (stillLost(recorded.value) ??
          doesNotFit(recorded.value.door, nonce) ??
          (await passRefusal(context, record)))
        : recorded.refusal
      return { nonce, bookingId, ...(refusal ? { refusal } : {}) }
    }),
  )
}

/** What was cancelled meanwhile has no place to be inside of; a place given up may come back with the next record. */
function holds(before: Reservation | undefined, records: DoorRecords): Result<DoorRecords> {
  const lost = refuseLost(before)
  return lost && before?.state !== 'missed' ? lost : accept(records)
}

function stillLost({ booking }: Recorded): Refusal | undefined {
  return refuseLost(booking)?.refusal
}

/** The child went on a pass that the phone could not ask about: what it would have heard. */
async function passRefusal(
  { store }: Context,
  record: TellingAct['record'],
): Promise<Refusal | undefined> {
  if (record.act !== 'in' && record.act !== 'out') return undefined
  if (record.passId === undefined) return undefined
  const pass = await store.passes.get(record.passId)
  const revokedLater = pass?.revokedAt !== undefined && pass.revokedAt > record.at
  if (revokedLater) return undefined
  const decided = decidePass(pass, record.act)
  return decided.ok ? undefined : decided.refusal
}
