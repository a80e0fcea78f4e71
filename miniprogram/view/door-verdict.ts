import type { DoorAct } from '../domain/attendance'
import type { Doubt, Judgement } from '../domain/judge-scan'
import type { Refusal } from '../domain/refusal'
import { MINUTE, timeOf, type Instant } from '../domain/time'
import { monthsWords } from './age'
import { yuan } from './money'
import type { RoomChild } from './room-now'
import { clock, spanWords } from './when'
import { wordsOf, type Words } from './words'

/** Refusals that only an old picture of the room may have caused: look again before saying no. */
export function mayBeStale({ code }: Refusal): boolean {
  return STALE.includes(code)
}

const STALE: readonly Refusal['code'][] = [
  'ticket_unknown',
  'ticket_forged',
  'already_cancelled',
  'already_inside',
  'already_gone',
  'not_inside',
  'child_excluded',
  'health_expired',
  'pass_unknown',
  'pass_unconfirmed',
  'pass_revoked',
]

/** One verdict, readable from two metres. */
export interface DoorCard {
  readonly act: DoorAct
  /** Green to come in, blue to go home, amber where the phone alone is not sure. */
  readonly tone: DoorAct | 'ask'
  readonly name: string
  readonly headline: string
  /** 2 岁 1 个月 · 托大班 · 9:00–11:00 */
  readonly facts: string
  readonly allergies: string
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
  /** Something that does not forbid the act and must be seen before it. */
  readonly caution: string
  readonly papersMissing: boolean
  /** 这家还有 ¥37 没付; empty when nothing. */
  readonly owed: string
  /** The first of two touches: what the carer has made sure of; empty where one touch is enough. */
  readonly sure: string
  readonly button: string
  /** What else it may be, where the phone alone took the child for expected. */
  readonly other: string
}

type Yes = Extract<Judgement<RoomChild>, { ok: true }>

export function doorCardOf(judged: Yes, { groupName, alone, listFrom, now }: DoorFacts): DoorCard {
  const { act, child, pass, doubt, code } = judged
  const span = child?.span ?? (code?.kind === 'ticket' ? code.span : undefined)
  const about = [child && monthsWords(child.ageMonths), groupName, span && spanWords(span)]
  const list = listFrom === undefined ? '也没有今天的名单' : `名单是 ${clock(timeOf(listFrom))} 的`
  return {
    act,
    tone: doubt ? 'ask' : act,
    name: child?.name ?? '不在名单上',
    headline: doubt ? DOUBTS[doubt].headline : headlineOf(act, pass?.name),
    facts: about.filter(Boolean).join(' · '),
    allergies: child?.allergies ?? '',
    guardians: child?.guardians ?? [],
    caution: [
      doubt ? DOUBTS[doubt].caution : cautionOf(judged, now),
      alone ? `没有网络，${list}` : '',
    ]
      .filter(Boolean)
      .join('。'),
    owed: child?.owedFen === undefined ? '' : `这家还有 ${yuan(child.owedFen)} 没付`,
    papersMissing: act === 'in' && isUnseen(child),
    sure: doubt ? DOUBTS[doubt].sure : pass ? `看清了，是${pass.name}本人` : '',
    button: act === 'in' ? '确认入园' : '确认离园',
    other: alone && code?.kind === 'ticket' && act === 'in' ? '其实是来接孩子' : '',
  }
}

export interface DoorFacts {
  readonly groupName: string
  /** Without network, by a list of `listFrom`. */
  readonly alone: boolean
  /** Undefined where the phone has none of today. */
  readonly listFrom: Instant | undefined
  readonly now: Instant
}

function headlineOf(act: DoorAct, adult: string | undefined): string {
  if (act === 'in') return '可以入园'
  return adult === undefined ? '可以离园' : `由${adult}接走`
}

const DOUBTS: Readonly<Record<Doubt, { headline: string; caution: string; sure: string }>> = {
  ticket_not_listed: {
    headline: '先问清楚',
    caution: '码是真的，但这部手机的名单里没有，可能是刚约的。请问孩子的名字和过敏',
    sure: '家长都说清楚了',
  },
  pass_not_listed: {
    headline: '先打电话',
    caution: '接送码是真的，但这部手机的名单里没有，家长可能已经收回。请打电话问家长',
    sure: '家长在电话里同意了',
  },
  not_seen_inside: {
    headline: '先看孩子',
    caution: '这部手机没有看到孩子入园，可能是别的手机扫的',
    sure: '孩子在这里',
  },
}

/** Papers are for care: a child whose adult stays needs none. */
function isUnseen(child: RoomChild | undefined): boolean {
  return child?.papersSeen === false && !child.accompanied
}

/** A ticket held to the camera a second too long would send the child home again. */
const JUST_NOW = 5

function cautionOf({ act, child, code, pass }: Yes, now: Instant): string {
  if (act === 'in') {
    const seen = isUnseen(child) ? '还没有看过这家的材料' : ''
    return code ? seen : [seen, '没有码：请问家长的称呼和手机尾号'].filter(Boolean).join('。')
  }
  const { inAt } = child ?? {}
  const minutes = inAt === undefined ? JUST_NOW : Math.floor((now - inAt) / MINUTE)
  if (minutes < JUST_NOW) return '刚刚才入园，确定要离园吗？'
  return pass ? `家长请${pass.name}来接，请认清人` : '看清来接的人，再让孩子走'
}

/** After the act: what was written down, and where. */
export function doneWords(child: RoomChild | undefined, act: DoorAct, now: Instant): string {
  const at = clock(timeOf((act === 'in' ? child?.inAt : child?.outAt) ?? now))
  return act === 'in' ? `${at} 已入园` : `${at} 已离园`
}

/** A paper is missing, or the child is to stay at home. */
export function isByHealth({ code }: Refusal): boolean {
  return code === 'child_excluded' || code === 'health_expired'
}

/** The same no for who stands at the door and may have the paper in her hand. */
function doorWordsOf(refusal: Refusal): Words {
  const words = wordsOf(refusal)
  return isByHealth(refusal) ? { ...words, next: { label: '看证明', act: 'see_health' } } : words
}

/** The phone has no list of today and no network: it cannot say anything about the child. */
export const NO_LIST: Words = {
  title: '没有网络',
  text: '这部手机还没有今天的名单，没法核对。到有信号的地方再试，或换一部手机扫。',
  next: { label: '再试一次', act: 'retry' },
}

/** A no at the door: why, what next, and who it is about where that is known. */
export interface RefusedCard {
  readonly words: Words
  readonly who?: string
  readonly span?: string
  readonly canCall?: boolean
}

export function refusedCardOf(refusal: Refusal, child: RoomChild | undefined): RefusedCard {
  const words = doorWordsOf(refusal)
  if (!child) return { words }
  return {
    words,
    who: child.name,
    span: `预约 ${spanWords(child.span)}`,
    canCall: child.guardians.length > 0,
  }
}
