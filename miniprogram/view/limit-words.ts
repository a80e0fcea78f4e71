import type { Slot } from '../domain/day'
import { placeChildren } from '../domain/decide-booking'
import type { GroupId } from '../domain/ids'
import { placesOf, type Limit } from '../domain/places'
import { releasedPercent } from '../domain/release'
import { slotKeyOf, slotTimesOf, type Span } from '../domain/span'
import type { LocalTime } from '../domain/time'
import type { DayAsk } from './day-ask'
import { clock } from './when'

interface Tightest {
  readonly at: LocalTime
  readonly free: number
  readonly limit: Limit
  readonly groupId: GroupId
  readonly slot: Slot
}

/** What limits the chosen span, at its tightest half hour: 托大班有 2 位老师在岗，还可接 3 位。 Empty where nothing is. */
export function limitWordsOf(ask: DayAsk, span: Span): string {
  const places = everyPlace(ask, span)
  const [first, ...others] = places
  if (!first) return ''
  const least = others.reduce((least, each) => (each.free < least.free ? each : least), first)
  const when = places.every(({ free }) => free === least.free) ? '' : `${clock(least.at)} 起最紧：`
  const part = releasedPercent(ask.day, ask.now) < 100 ? '现在开放的' : ''
  return `${when}${wordsOf(ask, least)}，${part}还可接 ${least.free} 位。`
}

function everyPlace(ask: DayAsk, span: Span): Tightest[] {
  const { day, now } = ask
  const placed = placeChildren(ask)
  return slotTimesOf(span).flatMap((at) => {
    const slot = day.slots[slotKeyOf(at)]
    if (!slot || !placed.ok) return []
    return placed.value.map(({ groupId, load }) => ({
      at,
      groupId,
      slot,
      ...placesOf(day, slot, groupId, load, now),
    }))
  })
}

function wordsOf({ day }: DayAsk, { limit, groupId, slot }: Tightest): string {
  const group = day.groups.find(({ id }) => id === groupId)
  const name = group?.name ?? ''
  if (limit === 'room') return `教室最多 ${day.places} 位孩子`
  if (limit === 'group') return `${name}最多 ${group?.cap ?? 0} 位孩子`
  return `${name}有 ${slot.groups[groupId]?.carers ?? 0} 位老师在岗`
}
