import type { Api } from '../../cloudfunctions/core/contract/api'
import type { BookingId, SiteId } from '../domain/ids'
import { seenSince } from '../domain/seen-since'
import { dateOf } from '../domain/time'
import type { RoomChild } from '../view/room-now'
import { CallError, call } from './call'
import { openCare, tellCare } from './care-queue'
import { clockBehind, clockNow, setClock, setClockBehind } from './door-clock'
import { openQueue, tellWaiting } from './door-queue'
import { keepEncrypted, keptEncrypted } from './encrypted'
import { DOOR_SITE, dayKey, forgetOldDays } from './kept-days'
import { isOffline } from './network'
import { entered } from './session'

/** The room today as staff see it, and what checks tickets and passes. */
export interface RoomToday extends Omit<Api['showRoom']['output'], 'children'> {
  readonly children: readonly RoomChild[]
  readonly siteId: SiteId
  /** An operator may look at the room; the door is the carers'. */
  readonly mayScan: boolean
  /** Whom else an illness concerns is the lead's to tell. */
  readonly mayTell: boolean
  /** Only public keys: today's list was never fetched, and codes can be told from forgeries and nothing else. */
  readonly unlisted?: true
}

type DoorSite = Pick<RoomToday, 'siteId' | 'ticketKeys' | 'mayScan' | 'mayTell'> & {
  readonly behind: number
}

interface Kept {
  readonly room: RoomToday
  readonly behind: number
}

let last: RoomToday | undefined
let remembered = 0

/** Tells what waited for the network, asks anew, and keeps the answer, encrypted and for today only. */
export async function loadRoom(): Promise<RoomToday> {
  const { site, me } = await entered()
  // What cannot be told yet is no reason not to look.
  await tellWaiting(site.id).catch(() => undefined)
  await tellCare(site.id).catch(() => undefined)
  const before = remembered
  let room = await call('showRoom', { siteId: site.id }).catch(leaveDoor)
  // What the door did meanwhile may be newer than this answer.
  if (remembered !== before) room = await call('showRoom', { siteId: site.id })
  setClock(room.now)
  const mayTell = me.roles.includes('lead')
  const mayScan = mayTell || me.roles.includes('carer')
  const today = await withWaiting({ ...room, siteId: site.id, mayScan, mayTell })
  last = today
  await keep(today)
  return today
}

/** Who is no carer any more keeps nothing of the door. */
function leaveDoor(error: unknown): never {
  if (error instanceof CallError && error.detail.code === 'forbidden')
    wx.removeStorageSync(DOOR_SITE)
  throw error
}

/** The room as it is now, or, without network, as this phone knows it. */
export async function anyRoom(): Promise<RoomToday> {
  const known = await openRoom()
  if (known && (await isOffline())) return known
  try {
    return await loadRoom()
  } catch (error) {
    if (known && error instanceof CallError && error.detail.code === 'offline') return known
    throw error
  }
}

/** The last answer; undefined before the first, and on another day. */
export function lastRoom(): RoomToday | undefined {
  return last && dateOf(last.now) === dateOf(clockNow()) ? last : undefined
}

/** The last answer, or the one that the phone kept of today: the door opens without network too. */
export async function openRoom(): Promise<RoomToday | undefined> {
  const known = lastRoom()
  if (known) return known
  const kept = await keptEncrypted<Kept>(dayKey('door', dateOf(clockNow())))
  if (!kept) return unlistedRoom()
  setClockBehind(kept.behind)
  last = await withWaiting(kept.room)
  return last
}

/** A carer's phone that has not fetched the list of today still knows which codes are genuine. Kept nowhere. */
async function unlistedRoom(): Promise<RoomToday | undefined> {
  const site = await keptEncrypted<DoorSite>(DOOR_SITE)
  if (!site?.mayScan) return undefined
  const { behind, ...rest } = site
  setClockBehind(behind)
  const nobody = { children: [], passes: [], overrides: [] }
  return { ...rest, ...nobody, now: clockNow(), unlisted: true }
}

/** What the door has just changed, so that the next scan needs no network to know it. */
export async function rememberChild(child: RoomChild): Promise<void> {
  remembered += 1
  if (!last) return
  const others = last.children.filter(({ bookingId }) => bookingId !== child.bookingId)
  last = { ...last, children: [...others, child] }
  await keep(last)
}

async function keep(room: RoomToday): Promise<void> {
  forgetOldDays(room.now)
  const behind = clockBehind()
  const kept: Kept = { room, behind }
  await keepEncrypted(dayKey('door', dateOf(room.now)), kept)
  const { siteId, ticketKeys, mayScan, mayTell } = room
  const site: DoorSite = { siteId, ticketKeys, mayScan, mayTell, behind }
  if (mayScan) await keepEncrypted(DOOR_SITE, site)
}

/** The function does not know yet what still waits on this phone. */
async function withWaiting(room: RoomToday): Promise<RoomToday> {
  const { waiting } = await openQueue()
  const looked = (await openCare()).flatMap(({ told, refused, outcome }) =>
    told.useCase === 'recordCheck' && !refused && outcome ? [[told.input.bookingId, outcome]] : [],
  )
  const checks = new Map(looked as [BookingId, 'stays' | 'goes_home'][])
  if (waiting.length === 0 && checks.size === 0) return room
  const checked = (child: RoomChild): RoomChild => {
    const check = checks.get(child.bookingId)
    return check ? { ...child, check } : child
  }
  const actsOf = ({ bookingId }: RoomChild) =>
    waiting.filter((each) => each.bookingId === bookingId).map(({ told }) => told)
  return {
    ...room,
    children: room.children.map((child) => checked(seenSince(child, actsOf(child)))),
  }
}
