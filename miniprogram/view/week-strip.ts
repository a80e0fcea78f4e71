import { placeChildren } from '../domain/decide-booking'
import type { Opening } from '../domain/release'
import { slotTimesOf } from '../domain/span'
import { dateOf, instantOf, type LocalDate } from '../domain/time'
import { openStarts, type DayAsk } from './day-ask'
import { openingMoment } from './release-note'
import { blockOf } from './slot-grid'
import { dayWord, dateWords } from './when'

export type DayTone = 'free' | 'few' | 'none'

export interface DayCell {
  readonly date: LocalDate
  /** 今天, 明天, 周四 */
  readonly weekday: string
  /** Day of the month. */
  readonly day: string
  /** 有位, 少, 满, 休; 待放 and 抽签 where more is still to open; 未到 and 超龄 where the child's age does not suit the day. */
  readonly word: string
  readonly tone: DayTone
  readonly selected: boolean
  readonly aria: string
}

/** So few hours left to choose from that a parent should hurry. */
const FEW_STARTS = 3

export function weekStripOf(asks: readonly DayAsk[], selected: LocalDate): DayCell[] {
  return asks.map((ask) => {
    const { date } = ask.day
    const today = dateOf(ask.now)
    const { word, tone, long } = summaryOf(ask)
    return {
      date,
      weekday: dayWord(date, today),
      day: String(Number(date.slice(8))),
      word,
      tone,
      selected: date === selected,
      aria: `${dateWords(date)}，${long}`,
    }
  })
}

function summaryOf(ask: DayAsk): { word: string; tone: DayTone; long: string } {
  if (ask.day.closed !== undefined || !ask.day.hours)
    return { word: '休', tone: 'none', long: '不开放' }
  const placed = placeChildren(ask)
  if (!placed.ok && placed.refusal.code === 'child_too_young')
    return { word: '未到', tone: 'none', long: '孩子还没到年龄' }
  if (!placed.ok) return { word: '超龄', tone: 'none', long: '孩子超过年龄' }
  const starts = openStarts(ask).length
  if (starts > FEW_STARTS) return { word: '有位', tone: 'free', long: '有位' }
  if (starts > 0) return { word: '少', tone: 'few', long: '位置很少' }
  const later = laterBlock(ask)
  if (!later) return { word: '满', tone: 'none', long: '约不上了' }
  const moment = openingMoment(later.opensAt, ask.now)
  return later.draw
    ? { word: '抽签', tone: 'few', long: `抽签，${moment} 前报名` }
    : { word: '待放', tone: 'few', long: `${moment} 再放位置` }
}

/** The tranche that opens the first half hour which more is released for. */
function laterBlock(ask: DayAsk): Opening | undefined {
  const { hours } = ask.day
  const openings = (hours ? slotTimesOf(hours) : []).flatMap((at) => {
    const block = instantOf(ask.day.date, at) > ask.now ? blockOf(ask, at) : undefined
    return block?.by === 'later' ? [block.opening] : []
  })
  return openings.reduce<Opening | undefined>(
    (first, each) => (first && first.opensAt <= each.opensAt ? first : each),
    undefined,
  )
}

/** The first day on which something can be booked, else the first open one, else the first. */
export function firstUsefulDay(asks: readonly DayAsk[]): LocalDate | undefined {
  const useful =
    asks.find((ask) => openStarts(ask).length > 0) ?? asks.find((ask) => ask.day.hours) ?? asks[0]
  return useful?.day.date
}
