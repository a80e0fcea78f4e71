import { attendanceOf } from '../../../miniprogram/domain/attendance'
import { reservationsOf, type DayBook, type Reservation } from '../../../miniprogram/domain/day'
import { passUsedMessage } from '../../../miniprogram/domain/message'
import type { Pass } from '../../../miniprogram/domain/pass'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { tellFamily } from '../usecases/tell-family'
import { eachTouchedDay } from './touched-days'

/** A child went home on a pass: its family hears who took it and when, within the minute, and no queue waits for that. */
export const tellPickUps: Job = {
  name: 'tellPickUps',
  run: (context) => eachTouchedDay(context, 'pick_ups', (day) => tellDay(context, day)),
}

async function tellDay(context: Context, day: DayBook): Promise<number> {
  const { store } = context
  const fetched = reservationsOf(day).flatMap(([, each]) => fetchedOf(each) ?? [])
  if (fetched.length === 0) return 0
  const passes = await store.passes.confirmedOf(day.siteId, day.date)
  let told = 0
  for (const { nonce, passId, reservation } of fetched) {
    const pass = passes.find(({ id }) => id === passId)
    if (!pass || pass.told === nonce) continue
    await tell(context, pass, nonce, reservation)
    told++
  }
  return told
}

interface Fetched {
  readonly nonce: string
  readonly passId: string
  readonly reservation: Reservation
}

function fetchedOf(reservation: Reservation): Fetched | undefined {
  const { door = {}, state } = reservation
  const { last: nonce = '' } = attendanceOf(door)
  const record = door[nonce]
  if (state !== 'gone' || record?.act !== 'out' || record.passId === undefined) return undefined
  return { nonce, passId: record.passId, reservation }
}

/** Told first and noted then; the message's own key keeps a crash in between from telling it twice. */
async function tell(
  context: Context,
  { id, name, householdId, siteId, date, bookingId }: Pass,
  nonce: string,
  { childId, span, outAt }: Reservation,
): Promise<void> {
  const { store, now } = context
  const [household, site] = await Promise.all([
    store.households.get(householdId),
    store.sites.get(siteId),
  ])
  if (household && site) {
    const child = household.children.find((each) => each.id === childId)
    const care = { childNames: [child?.name ?? ''], date, span, bookingId }
    const message = passUsedMessage(care, name, outAt ?? now)
    await tellFamily(context, site, household, { key: `pass_used_${id}_${nonce}`, message })
  }
  await store.passes.noteTold(id, nonce)
}
