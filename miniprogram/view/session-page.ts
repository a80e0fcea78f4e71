import { ageInMonths } from '../domain/age'
import type { Bill } from '../domain/bill'
import type { Child } from '../domain/child'
import type { CancelCost } from '../domain/decide-cancellation'
import type { BookingId, ChildId } from '../domain/ids'
import { instantOf, type Instant } from '../domain/time'
import { ageSpanWords } from './age-span'
import { billViewOf, type BillView } from './bill'
import { cancelWordsOf } from './cancel-words'
import { kidChipsOf, type KidChip } from './kid-chips'
import { yuan } from './money'
import type { SeatedSession } from './session-week'
import { dateWords, spanWords } from './when'
import { offWords } from '../domain/why-closed'
import { SEAT_LIMIT_WORDS } from './words-programme'
import { LANGUAGE_WORDS, LEADER_WORDS, SERVICE_WORDS } from './words-session'
import { waitCardOf, type WaitCard, type WaitFacts, type Waiting } from './wait-card'

export interface SessionFacts {
  readonly now: Instant
  readonly session: SeatedSession
  readonly roomName: string
  readonly books: readonly { readonly id: string; readonly title: string }[]
  readonly booked: readonly { readonly childId: ChildId; readonly bookingId: BookingId }[]
  readonly wait?: Waiting
}

/** The bill of the chosen children, once the function has said it. */
export interface SessionQuote {
  readonly bill: Bill
  readonly cancelCosts: readonly CancelCost[]
}

export interface SessionAsk {
  readonly children: readonly Child[]
  readonly chosen: readonly ChildId[]
  readonly quote: SessionQuote | null
  readonly waitFacts: WaitFacts
}

export interface SessionPageView {
  readonly title: string
  readonly cover: string
  readonly service: string
  readonly date: string
  readonly span: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  readonly books: SessionFacts['books']
  /** 还有 3 个名额, 约满了, 取消了 … */
  readonly places: string
  readonly tone: 'leaf' | 'sun' | 'coral'
  /** What sets the limit, in a sentence; empty where only the session's own places do. */
  readonly limit: string
  /** Nobody can book any more. */
  readonly over: boolean
  readonly kids: readonly KidChip[]
  readonly mine: readonly { readonly bookingId: BookingId; readonly text: string }[]
  readonly bill: BillView | null
  readonly rule: string
  readonly button: string
  readonly wait: WaitCard | null
  /** Full for the chosen ones: they may wait. */
  readonly full: boolean
}

/** Few places are left from here on. */
const FEW = 2

export function sessionPageOf(facts: SessionFacts, ask: SessionAsk): SessionPageView {
  const { session, booked, wait, now } = facts
  const { children, chosen, quote } = ask
  const { title, cover, service, span, date, off } = session
  const nameOf = (id: ChildId): string => children.find((child) => child.id === id)?.name ?? '孩子'
  const over = off !== undefined || instantOf(date, span.from) <= now
  const free = bookableOf(facts, children)
  const { bill = null, cancelCosts = [] } = quote ?? {}
  return {
    title,
    cover: `/images/cover/${cover}.svg`,
    service: SERVICE_WORDS[service],
    date: dateWords(date),
    span: spanWords(span),
    lines: linesOf(facts),
    books: facts.books,
    ...placesOf(facts),
    over,
    kids: kidChipsOf(free, chosen, date),
    mine: booked.map(({ childId, bookingId }) => ({
      bookingId,
      text: `${nameOf(childId)} 已经约好了`,
    })),
    // Nothing to reckon where nothing is paid: the button says so.
    bill: bill && bill.totalFen > 0 ? billViewOf(bill, nameOf) : null,
    rule: bill ? cancelWordsOf(cancelCosts, now, bill.quotes.length > 1 ? '每个孩子' : '') : '',
    button: bill
      ? `预约 ${bill.quotes.map(({ childId }) => nameOf(childId)).join('、')} · ${priceWord(bill.totalFen)}`
      : '',
    wait: wait ? waitCardOf(wait, ask.waitFacts) : null,
    full: !over && session.free === 0,
  }
}

/** Children who suit the session and are not booked yet. */
export function bookableOf(
  { session, booked }: Pick<SessionFacts, 'session' | 'booked'>,
  children: readonly Child[],
): readonly Child[] {
  return children.filter(({ id, birthDate }) => {
    const age = ageInMonths(birthDate, session.date)
    const suits = session.fromMonths <= age && age < session.toMonths
    return suits && !booked.some(({ childId }) => childId === id)
  })
}

function linesOf({ session, roomName }: SessionFacts) {
  const { leader, language, accompanied, fromMonths, toMonths, priceFen } = session
  const role = leader.role === 'carer' ? '' : `（${LEADER_WORDS[leader.role]}）`
  return [
    { label: '场地', text: roomName },
    { label: '带领人', text: leader.name ? `${leader.name}${role}` : '待定' },
    { label: '语言', text: LANGUAGE_WORDS[language] },
    { label: '适合', text: `${ageSpanWords(fromMonths)}到 ${ageSpanWords(toMonths)}` },
    { label: '家长', text: accompanied ? '请家长全程陪同' : '不用陪，老师在' },
    { label: '费用', text: priceFen === 0 ? '免费' : `每个孩子 ${yuan(priceFen)}` },
  ].filter(({ text }) => text)
}

function placesOf({
  session,
  now,
}: SessionFacts): Pick<SessionPageView, 'places' | 'tone' | 'limit'> {
  const { off, date, span, free, limit, places } = session
  if (off !== undefined) return { places: '这一场取消了', tone: 'coral', limit: offWords(off) }
  if (instantOf(date, span.to) <= now) return { places: '已经结束', tone: 'sun', limit: '' }
  if (instantOf(date, span.from) <= now) return { places: '正在进行', tone: 'sun', limit: '' }
  const why = limit === 'session' ? `一共 ${places} 个名额` : SEAT_LIMIT_WORDS[limit]
  if (free === 0) return { places: '约满了', tone: 'coral', limit: why }
  return {
    places: `还有 ${free} 个名额`,
    tone: free <= FEW ? 'sun' : 'leaf',
    limit: limit === 'session' ? why : '',
  }
}

function priceWord(totalFen: Bill['totalFen']): string {
  return totalFen === 0 ? '免费' : yuan(totalFen)
}
