import { reservationsOf, type DayBook } from './day'
import { mostIn } from './group-limit'
import { CARER_LOAD, loadOf } from './load'
import { SLOT_MINUTES, overlaps, slotKeyOf, slotTimesOf, type SlotKey } from './span'
import { minutesOf, timeAt } from './time'

/** A day that is over, in numbers: nobody's name, nobody's id. */
export interface DayFigures {
  readonly slots: Readonly<Record<SlotKey, SlotFigures>>
  /** Families that waited for care until the end of the day. */
  readonly waited: number
  readonly sessions: number
  /** Places of the day's sessions, and children who took them. */
  readonly seats: number
  readonly seated: number
}

export interface SlotFigures {
  /** Children who were in care. */
  readonly used: number
  /** Places that were offered: what room, groups and carers allowed for children from two years. */
  readonly offered: number
}

const FROM_TWO = loadOf(24)

/** Undefined for a day that was closed. */
export function dayFiguresOf(day: DayBook): DayFigures | undefined {
  if (!day.hours) return undefined
  const came = reservationsOf(day)
    .map(([, reservation]) => reservation)
    .filter(({ inAt, state }) => inAt !== undefined && state !== 'cancelled')
  const care = came.filter(({ session }) => session === undefined)
  const taken = Object.values(day.sessions ?? {}).filter(({ off }) => off === undefined)
  const waits = Object.values(day.waits ?? {}).filter((wait) => wait.session === undefined)
  return {
    slots: Object.fromEntries(
      slotTimesOf(day.hours).map((from) => {
        const span = { from, to: timeAt(minutesOf(from) + SLOT_MINUTES) }
        const used = care.filter((reservation) => overlaps(reservation.span, span)).length
        return [slotKeyOf(from), { used, offered: Math.max(used, offeredOf(day, slotKeyOf(from))) }]
      }),
    ),
    waited: new Set(waits.map(({ householdId }) => householdId)).size,
    sessions: taken.length,
    seats: sum(taken.map(({ places }) => places)),
    seated: sum(taken.map(({ children }) => children)),
  }
}

function offeredOf(day: DayBook, key: SlotKey): number {
  const slot = day.slots[key]
  if (!slot || slot.closed !== undefined) return 0
  const groups = day.groups.map((group) => {
    const carers = slot.groups[group.id]?.carers ?? 0
    const byRatio = Math.floor((carers * CARER_LOAD) / FROM_TWO)
    return Math.min(byRatio, mostIn(group, carers))
  })
  return Math.min(day.places, sum(groups))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
