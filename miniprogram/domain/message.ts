import { ABSENCE_LIMIT, COUNTED_DAYS, GRACE_MINUTES, LIMITED_DAYS } from './absence'
import type { Fen } from './money'
import type { BookedSession } from './seats'
import type { Span } from './span'
import {
  fitData,
  templateAmount,
  templateTime,
  type TemplateData,
  type TemplateName,
} from './template'
import { titled } from './titled'
import {
  DAY,
  HOUR,
  dateOf,
  instantOf,
  later,
  localTime,
  timeOf,
  type Instant,
  type LocalDate,
  type LocalTime,
} from './time'

/** A message before it is sent: its template, the fitted values and the page it opens. */
export interface Message {
  readonly template: TemplateName
  readonly data: TemplateData
  readonly page: string
  /** After this moment it is good for nothing and is not sent any more. */
  readonly expiresAt?: Instant
  /** Whoever hears of it later has no use of it: where quiet hours would last until then, it is sent within them. */
  readonly knownBy?: Instant
}

/** A family wants so long between hearing of a change and leaving home. */
const CHANGE_LEAD = 2 * HOUR
/** So long it is news that a child has come or gone. */
export const DOOR_NEWS = HOUR
/** After two days nobody needs a notice in WeChat; the inbox keeps it. */
const NOTICE_LIFE = 2 * DAY

export interface CareTold {
  readonly childNames: readonly string[]
  readonly date: LocalDate
  readonly span: Span
  readonly bookingId: string
  /** A story or class; absent for care by the hour. */
  readonly session?: Pick<BookedSession, 'title' | 'accompanied'>
}

export function bookedMessage(care: CareTold, totalFen: Fen): Message {
  return {
    template: 'booked',
    data: fitData({
      thing1: care.childNames.join('、'),
      thing2: care.session ? `《${care.session.title}》` : '临时看护',
      time3: templateTime(care.date, care.span.from),
      amount4: templateAmount(totalFen),
      thing5: care.session ? bringOf(care.session) : '离园后付费，入园请出示签到码',
    }),
    page: bookingPage(care.bookingId),
    expiresAt: startOf(care),
  }
}

export function reminderMessage(care: CareTold, siteName: string): Message {
  return {
    template: 'reminder',
    data: fitData({
      thing1: care.childNames.join('、'),
      time2: templateTime(care.date, care.span.from),
      thing3: siteName,
      thing4: care.session ? bringOf(care.session) : '带水杯、换洗衣服和小毯子',
    }),
    page: bookingPage(care.bookingId),
    expiresAt: startOf(care),
  }
}

function bringOf({ accompanied }: Pick<BookedSession, 'accompanied'>): string {
  return accompanied ? '请家长陪同，提前五分钟到' : '提前五分钟到，请出示签到码'
}

/** A place is kept for a family that waited. */
export function offerMessage(care: Omit<CareTold, 'bookingId'>, until: Instant): Message {
  return {
    template: 'offer',
    data: fitData({
      thing1: care.childNames.join('、'),
      time2: templateTime(care.date, care.span.from),
      time3: templateTime(dateOf(until), timeOf(until)),
      thing4: care.session
        ? titled(care.session.title, '有名额，点开确认')
        : '点开确认，过时让给下一家',
    }),
    page: 'pages/wait-list/wait-list',
    expiresAt: until,
    knownBy: until,
  }
}

/** Nobody came; `count` days count against the family with this one. */
export function missedMessage(care: Omit<CareTold, 'bookingId'>, count: number): Message {
  const why =
    count < ABSENCE_LIMIT
      ? `近 ${COUNTED_DAYS} 天第 ${count} 次，满 ${ABSENCE_LIMIT} 次停约`
      : `已满 ${ABSENCE_LIMIT} 次，停约 ${LIMITED_DAYS} 天，可申诉`
  const what = `超过 ${GRACE_MINUTES} 分钟没到，位置已让出`
  return changed(care, what, why, 'pages/absence-list/absence-list')
}

/** Something about a booking is not as it was: what, and why. */
export function changeMessage(care: CareTold, what: string, why: string): Message {
  return changed(care, what, why, bookingPage(care.bookingId))
}

function changed(
  { childNames, date, span }: Omit<CareTold, 'bookingId'>,
  what: string,
  why: string,
  page: string,
): Message {
  return {
    template: 'change',
    data: fitData({
      thing1: childNames.join('、'),
      time2: templateTime(date, span.from),
      thing3: what,
      thing4: why,
    }),
    page,
    expiresAt: later(instantOf(date, span.to), DAY),
    knownBy: later(instantOf(date, span.from), -CHANGE_LEAD),
  }
}

/** The child is in the carers' hands, or goes home. Only good while it is news. */
export function doorMessage(
  act: 'in' | 'out',
  care: Pick<CareTold, 'childNames' | 'bookingId'>,
  at: Instant,
  siteName: string,
): Message {
  return {
    template: act === 'in' ? 'inside' : 'gone',
    data: fitData({
      thing1: care.childNames.join('、'),
      time2: templateTime(dateOf(at), timeOf(at)),
      thing3: siteName,
      thing4: act === 'in' ? '已交到老师手里，请放心' : '点开看今天的账单和记录',
    }),
    page: bookingPage(care.bookingId),
    expiresAt: later(at, DOOR_NEWS),
    knownBy: at,
  }
}

/** Somebody has opened the card: the family is to confirm who, on the page where the digits stand. */
export function passOpenedMessage(care: CareTold, adult: string): Message {
  const what = `${adult}的接送码有人打开了`
  return changed(care, what, '打电话核对四位数字，再确认', passPage(care.bookingId))
}

/** The child went home with the named adult. */
export function passUsedMessage(care: CareTold, adult: string, at: Instant): Message {
  return changeMessage(care, `${timeOf(at)} ${adult}接走了`, '有疑问请马上打电话给托育点')
}

/** A repeating booking was made: what of it is booked, and what that costs. */
export function seriesMessage(
  care: CareTold,
  seriesId: string,
  visits: number,
  totalFen: Fen,
): Message {
  const { data, ...booked } = bookedMessage(care, totalFen)
  return {
    ...booked,
    data: { ...data, ...fitData({ thing2: `固定预约，约上 ${visits} 次` }) },
    page: seriesPage(seriesId),
  }
}

/** A day of a repeating booking was decided, and there was no place. */
export function seriesFullMessage(care: CareTold, seriesId: string): Message {
  const told = changeMessage(care, '固定预约这天没约上', '位置放出后约满了，没有扣费')
  return { ...told, page: seriesPage(seriesId) }
}

/** The draw went to others. */
export function lostDrawMessage(care: CareTold): Message {
  const told = changeMessage(care, '这次没有抽中', '没有扣费，剩下的位置可以再约')
  return { ...told, page: `pages/draw-show/draw-show?date=${care.date}` }
}

export function noticeMessage(
  notice: { readonly title: string; readonly text: string; readonly urgent?: boolean },
  date: LocalDate,
  time: LocalTime,
): Message {
  const at = instantOf(date, time)
  return {
    template: 'notice',
    data: fitData({ thing1: notice.title, thing2: notice.text, time3: templateTime(date, time) }),
    page: 'pages/message-list/message-list',
    expiresAt: later(at, NOTICE_LIFE),
    ...(notice.urgent ? { knownBy: at } : {}),
  }
}

function seriesPage(seriesId: string): string {
  return `pages/series-show/series-show?id=${seriesId}`
}

/** Staff have answered an appeal: whether the day still counts, and what comes back. */
export function answeredMessage(
  told: { readonly date: LocalDate; readonly lifted: boolean; readonly backFen: Fen },
  now: Instant,
): Message {
  const day = dayWords(told.date)
  const lifted = told.backFen > 0 ? `${day}不算爽约，费用也免了` : `${day}不算爽约`
  const text = told.lifted ? lifted : `${day}仍计一次，有疑问请来电`
  const notice = noticeMessage({ title: '申诉有答复了', text }, dateOf(now), timeOf(now))
  return { ...notice, page: 'pages/absence-list/absence-list' }
}

/** To a family whose child must stay at home for some days. */
export function excludedMessage(
  told: { readonly childName: string; readonly until: LocalDate; readonly cancelled: number },
  date: LocalDate,
  time: LocalTime,
): Message {
  const back = dayWords(told.until)
  const text =
    told.cancelled > 0
      ? `${back}起可来，${told.cancelled} 个预约免费取消`
      : `${back}起可以再来，医生证明优先`
  return noticeMessage({ title: `${told.childName}先在家休息`, text }, date, time)
}

/** To families who were in the room at the same time; it names the day and the suspicion, never the child. */
export function exposureMessage(
  told: { readonly illness: string; readonly date: LocalDate },
  date: LocalDate,
  time: LocalTime,
): Message {
  const text = `${dayWords(told.date)}在园有疑似${told.illness}，请留意`
  return noticeMessage({ title: '健康提醒', text }, date, time)
}

/** 11月26日 */
export function dayWords(date: LocalDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}

/** Books that a family has at home go back tomorrow. */
export function loanDueMessage(titles: readonly string[], dueOn: LocalDate): Message {
  const [first = ''] = titles
  const more = titles.length > 1 ? `等 ${titles.length} 本` : ''
  return {
    template: 'notice',
    data: fitData({
      thing1: '明天该还绘本了',
      thing2: `《${first}》${more}`,
      time3: templateTime(dueOn, localTime('17:00')),
    }),
    page: 'packages/books/loan-list/loan-list',
    expiresAt: instantOf(dueOn, localTime('17:00')),
  }
}

function passPage(bookingId: string): string {
  return `pages/pass-give/pass-give?id=${bookingId}`
}

function bookingPage(bookingId: string): string {
  return `pages/booking-show/booking-show?id=${bookingId}`
}

function startOf({ date, span }: Pick<CareTold, 'date' | 'span'>): Instant {
  return instantOf(date, span.from)
}
