import { firstFull, openingFor, placeChildren, type Placement } from '../domain/decide-booking'
import type { GroupId } from '../domain/ids'
import { placesOf, type Limit } from '../domain/places'
import type { Opening } from '../domain/release'
import { SLOT_MINUTES, covers, slotKeyOf, slotTimesOf, type Span } from '../domain/span'
import {
  dateOf,
  instantOf,
  minutesOf,
  timeAt,
  timeOf,
  type Instant,
  type LocalTime,
} from '../domain/time'
import { alreadyThere, type DayAsk } from './day-ask'
import { closedShort } from './closed-words'
import { clock } from './when'

export type SlotTone = 'free' | 'few' | 'full' | 'closed' | 'mine' | 'later'

export interface SlotCell {
  readonly time: LocalTime
  readonly clock: string
  /** 还有 6, 仅剩 2, 已满, 午休, 已约; 20:00 放 and 抽签 where more is still to open */
  readonly word: string
  readonly tone: SlotTone
  readonly selected: boolean
  readonly aria: string
}

/** So few places that the number itself is the warning. */
const FEW_PLACES = 2

/** The half hours of the day that are still to come. */
export function slotGridOf(ask: DayAsk, span: Span | undefined): SlotCell[] {
  const { day, now } = ask
  const placed = placeChildren(ask)
  if (!day.hours || !placed.ok) return []
  return slotTimesOf(day.hours)
    .filter((time) => instantOf(day.date, time) > now)
    .map((time) => {
      const { word, tone } = stateOf(ask, placed.value, time)
      const selected = span !== undefined && covers(span, halfHour(time))
      const aria = `${clock(time)}，${word}${selected ? '，已选' : ''}`
      return { time, clock: clock(time), word, tone, selected, aria }
    })
}

export function halfHour(from: LocalTime): Span {
  return { from, to: timeAt(minutesOf(from) + SLOT_MINUTES) }
}

export type Block =
  | { readonly by: 'closed'; readonly why: string }
  | { readonly by: 'mine' }
  | { readonly by: 'later'; readonly opening: Opening }
  | { readonly by: 'full'; readonly limit: Limit; readonly groupId: GroupId }

/** What keeps the children out of a half hour; undefined when it can take all of them. */
export function blockOf(ask: DayAsk, time: LocalTime): Block | undefined {
  const placed = placeChildren(ask)
  const slot = ask.day.slots[slotKeyOf(time)]
  if (!slot || slot.closed !== undefined || !placed.ok)
    return { by: 'closed', why: slot?.closed ?? '' }
  if (alreadyThere(ask, time)) return { by: 'mine' }
  const full = firstFull(ask.day, placed.value, halfHour(time), ask.now)
  const opening = full && openingFor(ask.day, placed.value, halfHour(time), ask.now)
  if (opening) return { by: 'later', opening }
  return full && { by: 'full', limit: full.limit, groupId: full.groupId }
}

function stateOf(
  ask: DayAsk,
  placements: readonly Placement[],
  time: LocalTime,
): { word: string; tone: SlotTone } {
  const block = blockOf(ask, time)
  if (block?.by === 'mine') return { word: '已约', tone: 'mine' }
  if (block?.by === 'closed') return { word: closedShort(block.why), tone: 'closed' }
  if (block?.by === 'later') return { word: laterWord(block.opening, ask.now), tone: 'later' }
  const free = freeFor(ask, time, placements)
  if (block) return { word: free > 0 ? `只剩 ${free}` : '已满', tone: 'full' }
  return free <= FEW_PLACES
    ? { word: `仅剩 ${free}`, tone: 'few' }
    : { word: `还有 ${free}`, tone: 'free' }
}

/** 20:00 放, 30 日放; 抽签 */
function laterWord({ opensAt, draw }: Opening, now: Instant): string {
  if (draw) return '抽签'
  const date = dateOf(opensAt)
  return date === dateOf(now) ? `${clock(timeOf(opensAt))} 放` : `${Number(date.slice(8))} 日放`
}

/** Places for the child that finds the fewest: siblings may be in different groups. */
function freeFor({ day, now }: DayAsk, at: LocalTime, placements: readonly Placement[]): number {
  const slot = day.slots[slotKeyOf(at)]
  if (!slot) return 0
  return Math.min(
    ...placements.map(({ groupId, load }) => placesOf(day, slot, groupId, load, now).free),
  )
}
