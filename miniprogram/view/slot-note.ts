import { releasedPercent, type Opening } from '../domain/release'
import { slotKeyOf, slotTimesOf, type Span } from '../domain/span'
import { dateOf, instantOf, type LocalDate, type LocalTime } from '../domain/time'
import { openStarts, type DayAsk } from './day-ask'
import { openingMoment } from './release-note'
import { closedLong } from '../domain/why-closed'
import { blockOf, halfHour, type Block } from './slot-grid'
import { dayWord, spanWords } from './when'

/** A later day with room. */
export interface OtherDay {
  readonly date: LocalDate
  readonly label: string
}

/** Why a tapped half hour cannot be had, and where else there is room. */
export interface SlotNote {
  readonly span: string
  readonly text: string
  readonly other: OtherDay | null
  /** The child is there already: the booking can be looked at. */
  readonly mine: boolean
  /** It is full: the family can wait for it. */
  readonly full: boolean
}

export function slotNoteOf(ask: DayAsk, at: LocalTime, week: readonly DayAsk[]): SlotNote {
  const by = blockOf(ask, at)?.by
  const mine = by === 'mine'
  return {
    span: spanWords(stretchOf(ask, at)),
    text: textOf(ask, at),
    other: mine ? null : otherDayOf(ask, week),
    mine,
    full: by === 'full',
  }
}

export function otherDayOf(ask: DayAsk, week: readonly DayAsk[]): OtherDay | null {
  const other = week.find((each) => each.day.date > ask.day.date && openStarts(each).length > 0)
  if (!other) return null
  const { date } = other.day
  return { date, label: `看${dayWord(date, dateOf(ask.now))}` }
}

/** The neighbours that are blocked for the same reason are told as one span. */
function stretchOf(ask: DayAsk, at: LocalTime): Span {
  const { hours, date } = ask.day
  const times = hours ? slotTimesOf(hours).filter((time) => instantOf(date, time) > ask.now) : []
  const why = textOf(ask, at)
  const isSame = (index: number): boolean => {
    const time = times[index]
    return time !== undefined && textOf(ask, time) === why
  }
  let first = times.indexOf(at)
  let last = first
  while (isSame(first - 1)) first -= 1
  while (isSame(last + 1)) last += 1
  return { from: times[first] ?? at, to: halfHour(times[last] ?? at).to }
}

function textOf(ask: DayAsk, at: LocalTime): string {
  const block = blockOf(ask, at)
  if (!block) return '只够半小时，托管至少一小时。'
  if (block.by === 'mine') return '孩子这段时间已经约好了。'
  if (block.by === 'closed') return `${closedLong(block.why)}。`
  if (block.by === 'later') return laterText(ask, block.opening)
  return `${fullText(ask, at, block)}。`
}

function laterText({ day, now }: DayAsk, { opensAt, draw }: Opening): string {
  const moment = openingMoment(opensAt, now)
  if (draw) return `这批位置抽签，${moment} 前报名。`
  return releasedPercent(day, now) === 0
    ? `还没放位，${moment} 起可以约。`
    : `已放出的约满了，${moment} 再放一批。`
}

function fullText(
  { day, children: asked }: DayAsk,
  at: LocalTime,
  { limit, groupId }: Extract<Block, { by: 'full' }>,
): string {
  const slot = day.slots[slotKeyOf(at)]
  const group = day.groups.find(({ id }) => id === groupId)
  const { carers, children } = slot?.groups[groupId] ?? { carers: 0, children: 0 }
  const taken = (count: number): string =>
    asked.length > 1 ? `已约 ${count} 位，不够 ${asked.length} 个孩子一起` : `已接满 ${count} 位`
  const name = group?.name ?? ''
  if (limit === 'room') return `教室最多 ${day.places} 位孩子，${taken(slot?.children ?? 0)}`
  if (limit === 'group') return `${name}最多 ${group?.cap ?? 0} 位孩子，${taken(children)}`
  if (carers === 0) return `${name}这段时间没有老师在岗`
  return `${name}有 ${carers} 位老师在岗，${taken(children)}`
}
