import type { RefusalCode } from '../domain/refusal'
import type { Span } from '../domain/span'
import { addDays, dateOf, type Instant, type LocalDate } from '../domain/time'
import { closedLong, offWords } from '../domain/why-closed'
import { dateWords, monthDay, spanWords } from './when'
import { LEADER_WANTED } from './words-session'

export interface WeekPlanFacts {
  readonly now: Instant
  readonly monday: LocalDate
  readonly sessions: readonly {
    readonly id: string
    readonly date: LocalDate
    readonly span: Span
    readonly title: string
    readonly room: string
    readonly leader: { readonly name: string }
    readonly places: number
    readonly children: number
    readonly waiting: number
    readonly off?: string
  }[]
  readonly days: readonly { readonly date: LocalDate; readonly closed?: string }[]
  readonly rooms: readonly { readonly id: string; readonly name: string }[]
}

export interface WeekPlanView {
  /** 11 月 30 日 – 12 月 6 日 */
  readonly week: string
  readonly before: LocalDate
  readonly after: LocalDate
  readonly days: readonly WeekDay[]
  /** Something of the week is still to come. */
  readonly open: boolean
}

export interface WeekDay {
  readonly date: LocalDate
  readonly title: string
  readonly note: string
  /** A session may still be planned here. */
  readonly mayAdd: boolean
  readonly rows: readonly WeekRow[]
}

export interface WeekRow {
  readonly id: string
  readonly title: string
  /** 10:00–10:30 · 绘本角 · 阿May */
  readonly detail: string
  /** 约了 3/8 · 2 家排队, 取消了：台风停园 */
  readonly filled: string
  readonly children: number
  readonly mayCallOff: boolean
}

/** A week at the desk, day by day. */
export function weekPlanOf({ now, monday, sessions, days, rooms }: WeekPlanFacts): WeekPlanView {
  const today = dateOf(now)
  const sunday = addDays(monday, 6)
  const roomOf = (id: string): string => rooms.find((room) => room.id === id)?.name ?? ''
  return {
    week: `${monthDay(monday)} – ${monthDay(sunday)}`,
    before: addDays(monday, -7),
    after: addDays(monday, 7),
    open: sunday >= today,
    days: days.map(({ date, closed }) => {
      const here = sessions.filter((session) => session.date === date)
      return {
        date,
        title: dateWords(date),
        note: closed === undefined ? (here.length > 0 ? '' : '还没有课') : closedLong(closed),
        mayAdd: closed === undefined && date >= today,
        rows: here.map(({ id, title, span, room, leader, places, children, waiting, off }) => ({
          id,
          title: `《${title}》`,
          detail: [spanWords(span), roomOf(room), leader.name || LEADER_WANTED].join(' · '),
          filled:
            off === undefined
              ? `约了 ${children}/${places}${waiting > 0 ? ` · ${waiting} 家排队` : ''}`
              : `不上：${offWords(off)}`,
          children,
          mayCallOff: off === undefined && date >= today,
        })),
      }
    }),
  }
}

const LEFT_WORDS: Readonly<Partial<Record<RefusalCode, string>>> = {
  room_taken: '场地有课了',
  leader_busy: '带领人那时有课',
  nap_time: '在午睡',
  day_closed: '这天不开放',
  half_hour_closed: '这段时间关闭',
  outside_hours: '不在开放时间',
  span_past: '已经过了',
}

interface Filled {
  readonly made: number
  readonly left: readonly {
    readonly date: LocalDate
    readonly title: string
    readonly why: RefusalCode
  }[]
}

/** 排好 12 场。没排上：11 月 3 日《…》，这段时间关闭。 */
export function filledWords({ made, left }: Filled): string {
  const first = made > 0 ? `排好 ${made} 场，家长现在就能约。` : '没有新的课要排。'
  if (left.length === 0) return first
  const named = left.map(
    ({ date, title, why }) => `${monthDay(date)}《${title}》${LEFT_WORDS[why] ?? '排不上'}`,
  )
  return `${first}没排上：${named.join('；')}。`
}
