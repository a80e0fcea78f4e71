import { attendanceOf } from '../../../miniprogram/domain/attendance'
import { reservationsOf, type DayBook, type Reservation } from '../../../miniprogram/domain/day'
import type { BookingId } from '../../../miniprogram/domain/ids'
import { DOOR_NEWS, doorMessage, type Message } from '../../../miniprogram/domain/message'
import type { Site } from '../../../miniprogram/domain/site'
import { later } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import type { StoredMessage } from '../store/messages'
import { eachTouchedDay } from './touched-days'

/**
 * In and out, to the guardians who asked for that, within the minute: the scan itself waits for nobody. Who was fetched
 * on a pass is told of the pass instead. What is an hour old, as after a morning without network, is no news any more.
 */
export const tellDoor: Job = {
  name: 'tellDoor',
  run: (context) => eachTouchedDay(context, 'tell_door', (day) => tellDay(context, day)),
}

async function tellDay(context: Context, day: DayBook): Promise<number> {
  const { store, now, hash } = context
  const news = reservationsOf(day).filter(([, each]) => isNews(context, each))
  const site = news.length > 0 ? await store.sites.get(day.siteId) : undefined
  if (!site) return 0
  const households = await store.households.many(news.map(([, each]) => each.householdId))
  const openids = households.flatMap(({ guardians }) => guardians.map(({ openid }) => openid))
  const people = await store.people.many(openids)
  const told: (readonly [key: string, message: StoredMessage])[] = []
  for (const [id, reservation] of news) {
    const household = households.find((each) => each.id === reservation.householdId)
    const child = household?.children.find((each) => each.id === reservation.childId)
    const message = messageOf(site, id, child?.name ?? '', reservation)
    const templateId = site.templates[message.template]
    for (const { openid } of household?.guardians ?? []) {
      const person = people.find((each) => each.openid === openid)
      if (!templateId || (person?.credits[message.template] ?? 0) === 0) continue
      const key = `door_${id}_${movedAt(reservation)}_${hash(openid)}`
      told.push([
        key,
        { ...message, openid, at: now, state: 'waiting', read: false, templateId, due: now },
      ])
    }
  }
  await store.messages.addAll(told)
  return told.length
}

/** The moment of the last act. */
function movedAt({ state, inAt, outAt }: Reservation) {
  return state === 'gone' ? outAt : state === 'inside' ? inAt : undefined
}

function isNews({ now }: Context, reservation: Reservation): boolean {
  const at = movedAt(reservation)
  if (at === undefined || at <= later(now, -DOOR_NEWS)) return false
  const { door = {} } = reservation
  const last = door[attendanceOf(door).last ?? '']
  return !(last?.act === 'out' && last.passId !== undefined)
}

function messageOf(
  site: Site,
  bookingId: BookingId,
  name: string,
  reservation: Reservation,
): Message {
  const act = reservation.state === 'gone' ? 'out' : 'in'
  const care = { childNames: [name], bookingId }
  return doorMessage(act, care, movedAt(reservation) ?? reservation.bookedAt, site.name)
}
