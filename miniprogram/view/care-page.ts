import type { Bill } from '../domain/bill'
import type { Child } from '../domain/child'
import type { Day } from '../domain/day'
import { decideBooking, placeChildren } from '../domain/decide-booking'
import type { ChildId } from '../domain/ids'
import type { Fen } from '../domain/money'
import type { Month } from '../domain/month'
import type { Refusal, RefusalCode } from '../domain/refusal'
import { slotTimesOf, spanMinutes, type Span } from '../domain/span'
import type { Tariff } from '../domain/tariff'
import { dateOf, type Instant, type LocalDate, type LocalTime } from '../domain/time'
import { billViewOf, type BillView } from './bill'
import type { Booking } from './booking'
import { dayAskOf, fits, type DayAsk } from './day-ask'
import { closedLong } from '../domain/why-closed'
import { limitWordsOf } from './limit-words'
import { predictBill, tariffOfDay } from './predict-bill'
import { releaseNoteOf } from './release-note'
import { shortcutsOf, type Shortcut } from './shortcuts'
import { kidChipsOf, type KidChip } from './kid-chips'
import { blockOf, slotGridOf, type SlotCell } from './slot-grid'
import { otherDayOf, slotNoteOf, type OtherDay, type SlotNote } from './slot-note'
import { firstUsefulDay, weekStripOf, type DayCell } from './week-strip'
import { dayWord, hoursWord, spanWords } from './when'
import { wordsOf, type Act, type Words } from './words'

/** What the page knows and what has been chosen so far. */
export interface CareState {
  readonly week: readonly Day[]
  readonly bookings: readonly Booking[]
  readonly children: readonly Child[]
  readonly registered: boolean
  readonly papersSeen: boolean
  /** Minutes of the weekly share that are taken, by the week's Monday. */
  readonly shareTaken: Readonly<Record<LocalDate, number>>
  /** Today's price list, and those of the days ahead. */
  readonly tariff: Tariff
  readonly tariffs?: readonly Tariff[]
  /** Free minutes taken, by month. */
  readonly freeUsed?: Readonly<Record<Month, number>>
  /** What the family's bills still want. */
  readonly owedFen?: Fen
  readonly now: Instant
  readonly childIds: readonly ChildId[]
  readonly date?: LocalDate
  readonly span?: Span
  /** The half hour whose reason is asked for. */
  readonly asked?: LocalTime
  /** Why the span that was tapped cannot be had. */
  readonly refusal?: Refusal
}

/** An empty day: why, which day instead, or what else there is for the child. */
export interface Nothing {
  readonly title: string
  readonly text: string
  readonly other: OtherDay | null
  readonly next: { readonly label: string; readonly act: Act } | null
}

export type CareAct = 'next' | 'register' | 'addChild'

export interface CareView {
  readonly days: readonly DayCell[]
  readonly kids: readonly KidChip[]
  /** The day that is shown, `YYYY-MM-DD`. */
  readonly selected: string
  /** Whose places someone without a child sees; else empty. */
  readonly visitor: string
  readonly cells: readonly SlotCell[]
  readonly note: SlotNote | null
  readonly shortcuts: readonly Shortcut[]
  /** What of the day opens when; empty once everything is open. */
  readonly release: string
  /** A draw of this day may be joined, or looked at. */
  readonly hasDraw: boolean
  /** 这一周您家还可以约 12 小时; empty without limit. */
  readonly share: string
  /** Why the whole day has no half hours to show. */
  readonly nothing: Nothing | null
  /** What will keep this family from booking, whatever the day. */
  readonly stop: Words | null
  readonly bill: BillView | null
  readonly totalFen: number
  readonly hint: string
  /** What limits the chosen time: 托大班有 2 位老师在岗，还可接 3 位。 */
  readonly limit: string
  readonly summary: string
  readonly button: string
  readonly act: CareAct
  readonly ready: boolean
}

export function dayAsksOf(state: CareState): DayAsk[] {
  const { week, bookings, now, registered, shareTaken } = state
  const children = chosenOf(state)
  const family = registered ? { shareTaken } : {}
  return week.map((day) => dayAskOf({ day, children, bookings, now, ...family }))
}

export function chosenOf({ children, childIds }: CareState): Child[] {
  return children.filter((child) => childIds.includes(child.id))
}

/** Fills in what was not chosen yet, and drops a span that no longer stands. */
export function settled(state: CareState): CareState {
  const known = state.childIds.filter((id) => state.children.some((child) => child.id === id))
  const first = state.children.slice(0, 1).map((child) => child.id)
  const childIds = known.length > 0 ? known : first
  const { date: oldDate, span, ...rest } = { ...state, childIds }
  const asks = dayAsksOf(rest)
  const kept = asks.find((ask) => ask.day.date === oldDate)
  const date = kept?.day.date ?? firstUsefulDay(asks)
  return {
    ...rest,
    ...(date ? { date } : {}),
    ...(kept && span && fits(kept, span) ? { span } : {}),
  }
}

/** Everything on the page; expects a settled state. */
export function careViewOf(state: CareState): CareView {
  const { date, span, children, now } = state
  const asks = dayAsksOf(state)
  const ask = asks.find((each) => each.day.date === date)
  const today = dateOf(now)
  const cells = ask ? slotGridOf(ask, span) : []
  const bill = span && children.length > 0 ? predictedBill(state, span) : undefined
  const billView = bill ? billViewOf(bill, (id) => nameOf(state, id)) : null
  return {
    days: date ? weekStripOf(asks, date) : [],
    kids: kidChipsOf(children, state.childIds, date ?? today),
    selected: date ?? '',
    visitor: children.length > 0 ? '' : '先看看空位：这里按两岁以上的孩子显示。',
    cells,
    note: ask ? noteOf(state, ask, asks) : null,
    shortcuts: ask && cells.length > 0 ? shortcutsOf(ask.day, span, now) : [],
    release: ask && cells.length > 0 ? releaseNoteOf(ask.day, now) : '',
    hasDraw: ask?.day.release?.some(({ draw }) => draw) ?? false,
    share: ask ? shareWords(ask) : '',
    nothing: cells.length > 0 ? null : nothingOf(state, ask, asks),
    stop: stopOf(state),
    bill: billView,
    totalFen: bill?.totalFen ?? 0,
    limit: ask && span ? limitWordsOf(ask, span) : '',
    hint: span ? '' : '点开始的时间，先选一小时；再点一格就延长到那里。',
    summary:
      date && span
        ? `${dayWord(date, today)} ${spanWords(span)} · ${hoursWord(spanMinutes(span))}`
        : '',
    ...stepOf(state, billView, cells.length > 0),
  }
}

/** Refusals of a span that no half hour is to blame for. */
const OF_THE_SPAN: readonly RefusalCode[] = ['span_too_long', 'share_used']

function noteOf({ asked, refusal }: CareState, ask: DayAsk, asks: readonly DayAsk[]) {
  if (refusal && OF_THE_SPAN.includes(refusal.code))
    return { span: '', text: wordsOf(refusal).text, other: null, mine: false, full: false }
  return asked ? slotNoteOf(ask, asked, asks) : null
}

function shareWords({ shareLeft }: DayAsk): string {
  return shareLeft === undefined ? '' : `这一周您家还可以约 ${hoursWord(shareLeft)}，急用位不算。`
}

/** What a tap on a shortcut makes of the state: the span, or why it cannot be had and where it fails. */
export function withShortcut(state: CareState, span: Span): CareState {
  const { span: old, asked: _asked, refusal: _refusal, ...rest } = state
  const ask = dayAsksOf(state).find(({ day }) => day.date === state.date)
  const decided = ask && decideBooking({ ...ask, span })
  if (decided?.ok) return { ...rest, span }
  const refusal = decided?.refusal
  const at = refusal && 'at' in refusal ? refusal.at : blockedAt(ask, span)
  return {
    ...rest,
    ...(old ? { span: old } : {}),
    ...(refusal ? { refusal } : {}),
    ...(at ? { asked: at } : {}),
  }
}

function blockedAt(ask: DayAsk | undefined, span: Span): LocalTime | undefined {
  return ask && slotTimesOf(span).find((at) => blockOf(ask, at) !== undefined)
}

/** What the function would refuse whatever the time: said before anybody chooses one. */
function stopOf(state: CareState): Words | null {
  const { owedFen = 0, tariff } = state
  if (papersFirst(state)) return wordsOf({ code: 'papers_first' })
  return owedFen > tariff.unpaidMostFen
    ? wordsOf({ code: 'unpaid_bills', owedFen, mostFen: tariff.unpaidMostFen })
    : null
}

/** Until staff have seen its papers, a family holds one booking at a time; the phone says so early, the function decides. */
function papersFirst({ registered, papersSeen, bookings }: CareState): boolean {
  return registered && !papersSeen && bookings.length > 0
}

function stepOf(
  state: CareState,
  bill: BillView | null,
  open: boolean,
): Pick<CareView, 'act' | 'button' | 'ready'> {
  const { registered, children, span } = state
  if (!registered) return { act: 'register', button: '先登记，再预约', ready: true }
  if (children.length === 0) return { act: 'addChild', button: '先添加孩子', ready: true }
  return span && bill
    ? { act: 'next', button: `下一步 · ${bill.total}`, ready: true }
    : { act: 'next', button: open ? '请选时间' : '这天约不了', ready: false }
}

function predictedBill(state: CareState, span: Span): Bill {
  const { week, tariffs = [], date = dateOf(state.now) } = state
  const childIds = chosenOf(state).map((child) => child.id)
  const day = week.find((each) => each.date === date)
  const tariff = tariffOfDay(day, tariffs, state.tariff)
  return predictBill(childIds, date, span, { ...state, tariff })
}

function nameOf({ children }: CareState, id: ChildId): string {
  return children.find((child) => child.id === id)?.name ?? ''
}

function nothingOf(state: CareState, ask: DayAsk | undefined, asks: readonly DayAsk[]): Nothing {
  const none = { other: null, next: null }
  if (!ask) return { title: '还没有排班', text: '老师的班表还没出来，过一会儿再看。', ...none }
  const { day } = ask
  const other = otherDayOf(ask, asks)
  if (!day.hours || day.closed !== undefined)
    return { title: '这天休息', text: `${closedLong(day.closed ?? '')}。`, other, next: null }
  const unsuitable = unsuitableOf(state, ask)
  if (unsuitable) return { ...unsuitable, other }
  return { title: '今天的时间已经过了', text: '看看后面几天吧。', other, next: null }
}

/** The child whose age does not suit the day, by name. */
function unsuitableOf(state: CareState, { day }: DayAsk): Omit<Nothing, 'other'> | null {
  for (const child of chosenOf(state)) {
    const placed = placeChildren({ day, children: [child] })
    if (placed.ok) continue
    const { title, text, next = null } = wordsOf(placed.refusal)
    return { title: `${child.name}：${title}`, text, next }
  }
  return null
}
