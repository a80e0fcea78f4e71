import type { Api } from '../../cloudfunctions/core/contract/api'
import type { DoorAct, UndoReason } from '../domain/attendance'
import type { BookingId } from '../domain/ids'
import { judgeListed, judgeScan, type Judgement } from '../domain/judge-scan'
import type { KeptAct } from '../domain/kept-act'
import { seenSince } from '../domain/seen-since'
import { timeOf } from '../domain/time'
import { mayBeStale } from '../view/door-verdict'
import type { RoomChild } from '../view/room-now'
import { newAttempt } from './attempt'
import { call, CallError } from './call'
import { clockNow } from './door-clock'
import { keepAct, openQueue, tellWaiting } from './door-queue'
import { isOffline } from './network'
import { lastRoom, loadRoom, openRoom, rememberChild, type RoomToday } from './room'
import { within } from './within'

/** A queue of families does not wait longer for a bad network. */
const PATIENCE_MS = 4000

export interface Verdict {
  readonly judged: Judgement<RoomChild>
  /** Judged by this phone alone: nobody could be asked. */
  readonly alone: boolean
}

/**
 * What this phone finds about a scanned text, from the room as it was last seen. Before a no that only an old picture
 * may have caused it looks again; where it cannot, what it does not know becomes a doubt.
 */
export async function judgeTicket(text: string, act?: DoorAct): Promise<Verdict> {
  const judge: Judge = (known, alone, forced = act) => {
    const facts = { text, siteId: known.siteId, known, now: clockNow(), alone }
    return { judged: judgeScan({ ...facts, ...(forced ? { act: forced } : {}) }), alone }
  }
  const offline = await isOffline()
  const known = await openRoom()
  if (!known) return judge(await loadRoom(), false)
  if (offline) return rememberedOr(judge(known, true), text, known, judge)
  const first = judge(known, false)
  if (first.judged.ok || !mayBeStale(first.judged.refusal)) return first
  const fresh = await within(PATIENCE_MS, loadRoom()).catch(() => undefined)
  return fresh ? judge(fresh, false) : judge(known, true)
}

type Judge = (known: RoomToday, alone: boolean, act?: DoorAct) => Verdict

/** A ticket that is on no list and that this phone has let in itself before: it comes to be fetched, once. */
async function rememberedOr(
  verdict: Verdict,
  text: string,
  known: RoomToday,
  judge: Judge,
): Promise<Verdict> {
  const { judged } = verdict
  if (!judged.ok || judged.child || judged.act === 'out') return verdict
  const { waiting } = await openQueue()
  const last = waiting.filter(({ told }) => 'code' in told && told.code === text).pop()?.told
  if (!last) return verdict
  if (last.act !== 'out') return judge(known, true, 'out')
  const refusal = { code: 'already_gone', since: timeOf(last.at) } as const
  return { judged: { ok: false, refusal }, alone: true }
}

/** A child of the day's list, brought without a code. */
export async function judgeChild(bookingId: BookingId): Promise<Verdict> {
  const alone = await isOffline()
  const room = (await openRoom()) ?? (await loadRoom())
  const child = room.children.find((each) => each.bookingId === bookingId)
  return { judged: judgeListed(child, room.siteId, clockNow()), alone }
}

/** What a carer has confirmed. Made when the verdict is shown, so that a second tap is the same act. */
export interface Deed {
  readonly nonce: string
  readonly bookingId: BookingId
  readonly act: DoorAct
  /** The scanned text; empty for a child of the list. */
  readonly text: string
  readonly child?: RoomChild
}

/** The child as it then is, and whether anybody but this phone knows. */
export interface Passed {
  readonly child?: RoomChild
  readonly told: boolean
}

/** Writes the act down: in the cloud, or here until there is a network. The nonce keeps it from happening twice. */
export async function passDoor(deed: Deed): Promise<Passed> {
  const { nonce, bookingId, act, text } = deed
  const at = clockNow()
  const told: KeptAct = text
    ? { nonce, at, act, code: text }
    : { nonce, at, act: 'listed', bookingId }
  const by = text ? { ticket: text } : { bookingId }
  return tellOrKeep(deed, told, (siteId) => call('scanTicket', { siteId, act, nonce, ...by }))
}

/** A child that a missing paper stopped has come all the same: told now or later, and never in the way of the next. */
export async function noteStopped({ bookingId }: Pick<RoomChild, 'bookingId'>): Promise<void> {
  const told: KeptAct = { nonce: newAttempt(), at: clockNow(), act: 'stopped', bookingId }
  await keepAct({ bookingId, told })
  const siteId = lastRoom()?.siteId
  if (siteId && !(await isOffline())) await tellWaiting(siteId).catch(() => undefined)
}

/** Takes back the last thing written down for this child. */
export async function undoAct(child: RoomChild, reason: UndoReason): Promise<Passed> {
  const { bookingId, lastAct: undoes = '' } = child
  const rest = { nonce: newAttempt(), bookingId, undoes, reason }
  const told: KeptAct = { ...rest, at: clockNow(), act: 'undo' }
  return tellOrKeep({ bookingId, child }, told, (siteId) => call('undoScan', { siteId, ...rest }))
}

async function tellOrKeep(
  { bookingId, child }: Pick<Deed, 'bookingId' | 'child'>,
  told: KeptAct,
  tell: (siteId: RoomToday['siteId']) => Promise<DoorStateNow>,
): Promise<Passed> {
  const { siteId } = (await openRoom()) ?? (await loadRoom())
  const state = (await isOffline())
    ? undefined
    : await within(PATIENCE_MS, tell(siteId)).catch(unreached)
  if (!state) await keepAct({ bookingId, told })
  if (!child) return { told: state !== undefined }
  const after = state ? changed(child, state) : seenSince(child, [told])
  await rememberChild(after)
  return { child: after, told: state !== undefined }
}

type DoorStateNow = Api['scanTicket']['output']

function unreached(error: unknown): undefined {
  if (error instanceof CallError && error.detail.code === 'offline') return undefined
  throw error
}

function changed(child: RoomChild, state: DoorStateNow): RoomChild {
  const { inAt: _in, outAt: _out, lastAct: _act, ...who } = child
  return { ...who, ...state }
}

/** The name of a child's group, for the verdict. */
export function groupNameOf({ groupId }: Pick<RoomChild, 'groupId'>): string {
  return lastRoom()?.day?.groups.find(({ id }) => id === groupId)?.name ?? ''
}
