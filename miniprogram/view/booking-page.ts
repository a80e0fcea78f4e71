import type { TemplateName } from '../domain/template'
import { GRACE_MINUTES } from '../domain/absence'
import { fen, type Fen } from '../domain/money'
import { SHORTEST_MINUTES, spanMinutes } from '../domain/span'
import { dateOf, type Instant } from '../domain/time'
import { offWords } from '../domain/why-closed'
import { billViewOf, type BillView } from './bill'
import { dueWords, finalBillViewOf, type FinalBill } from './final-bill'
import { bookingStateOf, type BookingTone } from './booking-card'
import type { Booking } from './booking'
import { yuan } from './money'
import { degrees } from './morning-check'
import type { DayNote } from '../domain/day-note'
import type { ChildHealth } from '../domain/health'
import { bringOf } from './child-health'
import { noteLinesOf, type NoteLine } from './day-note'
import { dateWords, momentWords, spanWords, todayWord } from './when'

/** One booking as its family's phone knows it, from the function or kept from before. */
export interface BookingFacts {
  readonly booking: Booking
  readonly childName: string
  readonly groupName: string
  readonly ticket?: string
  readonly cancelFeeFen?: Fen
  readonly freeCancelUntil: Instant
  /** What it came to; absent until the child is home. */
  readonly bill?: FinalBill
  readonly note?: DayNote
  readonly check?: CheckFacts
}

/** That day's morning check as its family gets it. */
export interface CheckFacts {
  readonly tenths: number
  readonly skin: 'clear' | 'spots'
  readonly mood: 'good' | 'tired' | 'unwell'
  readonly illness?: string
}

export interface BookingPageView {
  readonly id: string
  readonly title: string
  readonly when: string
  readonly place: string
  readonly state: string
  readonly tone: BookingTone
  /** Text of the QR; empty when no door opens for it any more. */
  readonly ticket: string
  /** Absent where nothing, or something else, is to be paid. */
  readonly bill: BillView | null
  readonly totalLabel: string
  /** 还要付 ¥35，…; empty until there is a final bill. */
  readonly due: string
  readonly fee: string
  readonly cancel: CancelStep | null
  /** Some of its hours can be given up. */
  readonly mayShorten: boolean
  /** Care by the hour, for which things are brought. */
  readonly care: boolean
  /** Another adult may fetch the child. */
  readonly mayPass: boolean
  /** Nobody came. */
  readonly missed: boolean
  /** The morning check and the carer's note, line by line; empty before the child came. */
  readonly day: readonly NoteLine[]
  /** Papers that the door will ask for, besides water and clothes. */
  readonly bring: string
}

export interface CancelStep {
  readonly feeFen: Fen
  /** 取消预约 · 免费 */
  readonly label: string
  readonly ask: string
  readonly rule: string
}

export function bookingPageOf(
  facts: BookingFacts,
  now: Instant,
  health?: ChildHealth,
): BookingPageView {
  const { booking, childName, groupName, ticket, freeCancelUntil, cancelFeeFen } = facts
  const name = childName || '孩子'
  const { state, tone } = bookingStateOf(booking, now)
  const { childId, quote, cancelFen = fen(0) } = booking
  return {
    id: booking.id,
    title: `${name} · ${spanWords(booking.span)}`,
    when: [todayWord(booking.date, dateOf(now)), dateWords(booking.date)]
      .filter(Boolean)
      .join(' · '),
    place: placeOf(booking, groupName),
    state,
    tone,
    ticket: tone === 'coming' || tone === 'inside' ? (ticket ?? '') : '',
    bill: facts.bill
      ? finalBillViewOf(facts.bill)
      : isOwed(booking, tone)
        ? billViewOf({ quotes: [{ childId, quote }], totalFen: quote.totalFen }, () => name)
        : null,
    totalLabel: totalLabelOf(booking, facts.bill),
    due: facts.bill ? finalDue(facts.bill) : '',
    fee: feeWords(booking, cancelFen),
    care: !booking.session,
    mayPass: !booking.session?.accompanied,
    mayShorten:
      !booking.session &&
      cancelFeeFen !== undefined &&
      spanMinutes(booking.span) > SHORTEST_MINUTES,
    missed: booking.state === 'missed',
    day: [...checkLinesOf(facts.check), ...noteLinesOf(facts.note)],
    bring: tone === 'coming' ? [...new Set(bringOf(health, booking.date))].join('、') : '',
    cancel: cancelFeeFen === undefined ? null : cancelStepOf(name, cancelFeeFen, freeCancelUntil),
  }
}

function totalLabelOf({ state, quote }: Booking, bill?: FinalBill): string {
  if (state === 'gone' || bill) return '合计'
  return quote.lines.length > 0 ? '离园后付' : '费用'
}

function placeOf({ session }: Booking, groupName: string): string {
  if (!session) return ['临时看护', groupName].filter(Boolean).join(' · ')
  return [`《${session.title}》`, ...(session.accompanied ? ['请家长陪同'] : [])].join(' · ')
}

function finalDue({ dueFen }: FinalBill): string {
  return dueFen > 0 ? `${dueWords(dueFen)}，来园时付给老师就好。` : `${dueWords(dueFen)}。`
}

function isOwed({ state }: Booking, tone: BookingTone): boolean {
  return state === 'gone' || tone === 'coming' || tone === 'inside'
}

function feeWords({ state, cancelledBy, cancelWhy, sentHomeAt }: Booking, cancelFen: Fen): string {
  if (state === 'missed')
    return cancelFen > 0
      ? `超过 ${GRACE_MINUTES} 分钟没有来，按规则收 ${yuan(cancelFen)}。`
      : `超过 ${GRACE_MINUTES} 分钟没有来，位置让给了别的家庭。`
  if (state !== 'cancelled') return ''
  if (sentHomeAt !== undefined) return '晨检后先在家休息，托育点取消了，不收费。'
  if (cancelledBy === 'point')
    return `托育点取消了，不收费。原因：${cancelWhy ? offWords(cancelWhy) : '临时变动'}。`
  return cancelFen === 0 ? '已免费取消，不收费。' : `已取消，按规则收 ${yuan(cancelFen)}。`
}

/** 体温 36.5 ℃，都好 */
function checkLinesOf(check: CheckFacts | undefined): NoteLine[] {
  if (!check) return []
  const { tenths, skin, mood, illness } = check
  const found = [
    skin === 'spots' ? '有疹' : '',
    mood === 'good' ? '' : mood === 'tired' ? '有点累' : '精神不好',
    illness ? `疑似${illness}，请在家休息` : '',
  ].filter(Boolean)
  const text = `体温 ${degrees(tenths)} ℃，${found.length > 0 ? found.join('，') : '都好'}`
  return [{ label: '晨检', text }]
}

function cancelStepOf(name: string, feeFen: Fen, until: Instant): CancelStep {
  const free = feeFen === 0
  const moment = momentWords(until)
  return {
    feeFen,
    label: free ? '取消预约 · 免费' : `取消预约 · 收 ${yuan(feeFen)}`,
    ask: free
      ? `取消${name}的这次托管，不收费。位置会让给别的家庭。`
      : `现在取消要收 ${yuan(feeFen)}。位置会让给别的家庭。`,
    rule: free ? `${moment} 前取消不收费。` : `免费取消到 ${moment} 为止。`,
  }
}

const TOLD: Readonly<Partial<Record<TemplateName, string>>> = {
  inside: '入园',
  gone: '离园',
  notice: '社区通知',
}

/** 好的，入园、离园会发到微信 */
export function toldWords(accepted: readonly TemplateName[]): string {
  return `好的，${accepted.flatMap((name) => TOLD[name] ?? []).join('、')}会发到微信`
}
