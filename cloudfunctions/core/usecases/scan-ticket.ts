import type { DoorRecord } from '../../../miniprogram/domain/attendance'
import { readDoorCode, type DoorCode } from '../../../miniprogram/domain/door-code'
import type { Reservation } from '../../../miniprogram/domain/day'
import { decideDoor, refusePlace } from '../../../miniprogram/domain/door'
import { refuseHealth } from '../../../miniprogram/domain/health'
import type { BookingId, SiteId } from '../../../miniprogram/domain/ids'
import { decidePass } from '../../../miniprogram/domain/pass'
import { accept, refuse, type Refused, type Result } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { dutyKeyOf } from './duty-key'
import { doorStateOf, recordDoor } from './record-door'
import { publicKeysOf } from './public-keys'

/** The door: a conditional update on the reservation, so two phones cannot both do it. */
export const scanTicket: UseCase<'scanTicket', 'staff'> = {
  name: 'scanTicket',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run(context, input, { openid }) {
    const { store, now, randomId } = context
    const { siteId, act, nonce = randomId(20) } = input
    const presented = await present(context, input)
    if (!presented.ok) return presented
    const { ticket, bookingId, way } = presented.value
    const where = { siteId, date: ticket.date, bookingId }
    const by = dutyKeyOf(context, openid)
    let stopped: Refused | undefined
    const recorded = await recordDoor(context, where, async (before) => {
      // The first reply was lost: this very act is done.
      if (before?.door?.[nonce]) return accept({})
      const decided = decideDoor({ ticket, act, siteId, reservation: before, now })
      if (!decided.ok) return decided
      // It had come: that, and who read of its health, stands in the day's records.
      stopped = act === 'in' ? await refuseUnfit(store, before, ticket.date) : undefined
      if (stopped) return accept({ [`${nonce}-no`]: { act: 'stopped', at: now, by } })
      // Instances' clocks differ by milliseconds: what follows is never before.
      const at = Math.max(now, before?.inAt ?? now) as typeof now
      return accept({ [nonce]: { act, at, by, ...way } })
    })
    if (stopped) return stopped
    return recorded.ok ? accept(doorStateOf(recorded.value.booking, recorded.value.door)) : recorded
  },
}

/** What keeps a child from coming in until staff have seen a paper; nothing keeps it from going home. */
async function refuseUnfit(
  store: Context['store'],
  reservation: Reservation | undefined,
  date: DoorCode['date'],
): Promise<Refused | undefined> {
  if (!reservation) return undefined
  const { householdId, childId, session } = reservation
  const household = await store.households.get(householdId)
  const unfit = refuseHealth(household?.health?.[childId], date, session?.accompanied)
  return unfit && refuse(unfit)
}

interface Presented {
  readonly bookingId: BookingId
  readonly ticket: Pick<DoorCode, 'siteId' | 'date'>
  readonly way: Pick<Extract<DoorRecord, { act: 'in' | 'out' }>, 'way' | 'passId'>
}

/** What the carer holds: a code that is genuine, of here and of today, or a line of the list. */
async function present(
  { store, now, ticketKeys }: Context,
  { siteId, ticket: text, bookingId, act }: InputOf<'scanTicket'>,
): Promise<Result<Presented>> {
  if (text === undefined) return accept(ofList(siteId, bookingId as BookingId, dateOf(now)))
  const read = readDoorCode(text, publicKeysOf(ticketKeys))
  if (!read.ok) return read
  const code = read.value
  const elsewhere = refusePlace(code, siteId, now)
  if (elsewhere) return elsewhere
  if (code.kind === 'ticket')
    return accept({ ticket: code, bookingId: code.bookingId, way: { way: 'ticket' } })
  const { passId } = code
  const decided = decidePass(await store.passes.get(passId), act)
  return decided.ok
    ? accept({ ticket: code, bookingId: code.bookingId, way: { way: 'pass', passId } })
    : decided
}

function ofList(siteId: SiteId, bookingId: BookingId, date: DoorCode['date']): Presented {
  return { ticket: { siteId, date }, bookingId, way: { way: 'list' } }
}
