import type { Day, Slot } from '../domain/day'
import { placeChildren } from '../domain/decide-booking'
import type { GroupId } from '../domain/ids'
import { loadOf } from '../domain/load'
import { placesOf } from '../domain/places'
import { releasedOf } from '../domain/release'
import { slotKeyOf, slotTimesOf } from '../domain/span'
import { timeOf, type Instant, type LocalTime } from '../domain/time'
import type { Placeable } from '../domain/child'
import { closedLong } from '../domain/why-closed'
import { halfHour } from './slot-grid'
import { clock } from './when'

/** Today at the point, as the big number on the home page. */
export interface RoomCard {
  /** 现在托大班还可以接 (the family's own group), 14:00 起还可以接, 今天已经关门 */
  readonly label: string
  /** Free places; empty when there is nothing to take today. */
  readonly number: string
  /** 三位老师在岗, or empty. */
  readonly carers: string
  /** When it gets better: 14:00 起 9 位. */
  readonly later: string
  readonly aria: string
}

/** So many more places later in the day are worth telling. */
const WORTH_WAITING = 3

interface Half {
  readonly at: LocalTime
  readonly free: number
  readonly carers: number
}

/**
 * The half hour that runs now, or the next one with a free place. Counted for the family's first
 * child that has a group on the day, else for all groups together.
 */
export function roomCardOf(
  day: Day | undefined,
  children: readonly Placeable[],
  now: Instant,
): RoomCard {
  if (!day?.hours) return closedCard(day ? closedToday(day) : '今天没有安排托管')
  const group = groupOf(day, children)
  const ahead = slotTimesOf(day.hours)
    .filter((at) => halfHour(at).to > timeOf(now))
    .map((at) => halfOf(day, at, group, now))
  const shown = ahead.find((half) => half.free > 0)
  if (ahead.length === 0) return closedCard('今天已经关门')
  if (!shown) return closedCard('今天已经约满')
  const isNow = shown.at <= timeOf(now)
  const better = ahead.find((half) => half.at > shown.at && half.free >= shown.free + WORTH_WAITING)
  const name = day.groups.find(({ id }) => id === group?.groupId)?.name ?? ''
  const label = `${isNow ? '现在' : `${clock(shown.at)} 起`}${name}还可以接`
  const carers = shown.carers > 0 ? `${numeral(shown.carers)}位老师在岗` : ''
  const later = better ? `${clock(better.at)} 起 ${better.free} 位` : ''
  const aria = [`${label} ${shown.free} 位`, carers, later].filter(Boolean).join('，')
  return { label, number: String(shown.free), carers, later, aria }
}

/** 今天 8:30–18:00 开放, or why not. */
export function openWords(day: Day | undefined, now: Instant): string {
  if (!day) return '今天没有安排托管'
  if (!day.hours) return closedToday(day)
  const { from, to } = day.hours
  if (timeOf(now) >= to) return `今天 ${clock(to)} 已关门`
  return `今天 ${clock(from)}–${clock(to)} 开放`
}

interface ChildGroup {
  readonly groupId: GroupId
  readonly load: number
}

function groupOf(day: Day, children: readonly Placeable[]): ChildGroup | undefined {
  for (const child of children) {
    const placed = placeChildren({ day, children: [child] })
    if (placed.ok) return placed.value[0]
  }
  return undefined
}

function halfOf(day: Day, at: LocalTime, group: ChildGroup | undefined, now: Instant): Half {
  const slot = day.slots[slotKeyOf(at)]
  if (!slot || slot.closed !== undefined) return { at, free: 0, carers: 0 }
  const carers = Object.values(slot.groups).reduce((sum, each) => sum + each.carers, 0)
  const free = group
    ? placesOf(day, slot, group.groupId, group.load, now).free
    : freeOfAll(day, slot, now)
  return { at, free, carers }
}

/** Every group filled with its youngest, within the room. */
function freeOfAll(day: Day, slot: Slot, now: Instant): number {
  const groups = day.groups.reduce(
    (sum, each) => sum + placesOf(day, slot, each.id, loadOf(each.fromMonths), now).free,
    0,
  )
  return Math.min(groups, Math.max(0, releasedOf(day.places, day, now) - slot.children))
}

function closedToday({ closed }: Day): string {
  return closed === undefined || closed === 'weekly' ? '今天休息' : `今天${closedLong(closed)}`
}

function closedCard(label: string): RoomCard {
  return { label, number: '', carers: '', later: '', aria: label }
}

const NUMERALS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

function numeral(count: number): string {
  return NUMERALS[count] ?? ` ${count} `
}
