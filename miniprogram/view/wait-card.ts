import { billOf } from '../domain/bill'
import type { Child } from '../domain/child'
import type { ChildId, SessionId, WaitId } from '../domain/ids'
import type { Fen } from '../domain/money'
import type { BookedSession } from '../domain/seats'
import type { Span } from '../domain/span'
import { dateOf, timeOf, type Instant, type LocalDate } from '../domain/time'
import { yuan } from './money'
import { predictBill, type PriceFacts } from './predict-bill'
import { clock, dateWords, dayWord, hoursWord, spanWords, todayWord } from './when'

/** What a family waits for, as the functions tell it. */
export interface Waiting {
  readonly id: WaitId
  readonly date: LocalDate
  readonly childIds: readonly ChildId[]
  readonly within: Span
  readonly minutes: number
  readonly ahead: number
  /** The session that it is a place in; absent for care. */
  readonly session?: BookedSession
  readonly offer?: { readonly span: Span; readonly until: Instant }
}

export interface WaitCard {
  readonly id: string
  /** Empty for care. */
  readonly sessionId: SessionId | ''
  readonly date: LocalDate
  /** 小雨 · 周四 11 月 26 日 */
  readonly title: string
  /** 9:00–12:00 之间，任意 2 小时 */
  readonly detail: string
  /** 前面还有 2 家 */
  readonly position: string
  readonly offer: OfferView | null
  readonly aria: string
}

export interface OfferView {
  /** 周四 9:00–11:00 有位置了 */
  readonly title: string
  /** 为您留到 10:10，过时让给下一家 */
  readonly until: string
  readonly totalFen: Fen
  /** 接受 · ¥27 */
  readonly button: string
}

export interface WaitFacts extends PriceFacts {
  readonly children: readonly Child[]
  readonly now: Instant
}

/** 9:00–12:00 之间，2 小时; of a session its title. */
export function waitedFor({ within, minutes, session, offer }: Omit<Waiting, 'ahead'>): string {
  if (session) return `《${session.title}》 ${spanWords(within)}`
  const isWhole = within.from === offer?.span.from && within.to === offer.span.to
  return `${spanWords(within)}${isWhole ? '' : ' 之间'}，${hoursWord(minutes)}`
}

export function waitCardOf(wait: Waiting, facts: WaitFacts): WaitCard {
  const { id, date, childIds, ahead, session } = wait
  const names = childIds.map((childId) => nameOf(facts, childId)).join('、')
  const near = todayWord(date, dateOf(facts.now))
  const title = [names, near, dateWords(date)].filter(Boolean).join(' · ')
  const detail = waitedFor(wait)
  const position = ahead === 0 ? '下一个就是您家' : `前面还有 ${ahead} 家`
  const offer = offerOf(wait, facts)
  const aria = [title, detail, offer ? offer.title : position].join('，')
  return { id, sessionId: session?.id ?? '', date, title, detail, position, offer, aria }
}

function offerOf({ offer, childIds, date, session }: Waiting, facts: WaitFacts): OfferView | null {
  const { tariff, papersSeen, now } = facts
  if (!offer || offer.until <= now) return null
  const { totalFen } = session
    ? billOf(childIds, offer.span, tariff, papersSeen, 0, session.service)
    : predictBill(childIds, date, offer.span, facts)
  return {
    title: `${dayWord(date, dateOf(now))} ${spanWords(offer.span)} ${session ? `《${session.title}》有名额了` : '有位置了'}`,
    until: `为您留到 ${clock(timeOf(offer.until))}，过时让给下一家`,
    totalFen,
    button: `接受 · ${session && totalFen === 0 ? '免费' : yuan(totalFen)}`,
  }
}

function nameOf({ children }: WaitFacts, id: ChildId): string {
  return children.find((child) => child.id === id)?.name ?? '孩子'
}

/** Offers first, then the next day first. */
export function waitCardsOf(waits: readonly Waiting[], facts: WaitFacts): WaitCard[] {
  const cards = waits.map((wait) => waitCardOf(wait, facts))
  return [...cards.filter(({ offer }) => offer), ...cards.filter(({ offer }) => !offer)]
}
