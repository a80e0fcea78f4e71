import fc from 'fast-check'
import { reservationsOf, type DayBook } from '../../miniprogram/domain/day'
import { decideBooking } from '../../miniprogram/domain/decide-booking'
import { excessOf } from '../../miniprogram/domain/excess'
import type { BookingId, GroupId } from '../../miniprogram/domain/ids'
import { CARER_LOAD } from '../../miniprogram/domain/load'
import { replanDay } from '../../miniprogram/domain/replan-day'
import {
  slotKeyOf,
  slotKeysOf,
  slotTimesOf,
  type SlotKey,
  type Span,
} from '../../miniprogram/domain/span'
import { timeAt } from '../../miniprogram/domain/time'
import { aChild } from '../support/a-child'
import { MONDAY, aDay, type DayFacts } from '../support/a-day'
import { LITTLE, BIG } from '../support/a-site'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { freed, taken } from '../support/booked-on'

const NOW = anInstant('2026-09-06 12:00')

const spans = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 2, max: 6 }))
  .map(([from, length]): Span => ({
    from: timeAt(540 + from * 30),
    to: timeAt(540 + Math.min(6, from + length) * 30),
  }))
const plans = fc
  .record({
    places: fc.integer({ min: 0, max: 8 }),
    cap: fc.integer({ min: 0, max: 6 }),
    little: fc.integer({ min: 0, max: 2 }),
    big: fc.integer({ min: 0, max: 2 }),
    hours: fc.constantFrom('9:00-12:00', '9:30-12:00', '9:00-11:00', '8:30-12:30'),
    closed: fc.option(fc.constantFrom('9:00-9:30', '10:30-11:00', 'day'), { nil: undefined }),
  })
  .map(({ places, cap, little, big, hours, closed }): DayFacts => {
    const span = closed === 'day' || closed === undefined ? {} : { span: aSpan(closed) }
    return {
      site: { places, groups: [{ ...LITTLE, cap }, BIG], hours: { 1: aSpan(hours) } },
      carers: { little, big },
      closures: closed === undefined ? [] : [{ date: MONDAY, why: '消毒', ...span }],
    }
  })
const kids = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  months: fc.integer({ min: 17, max: 36 }),
})
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ book: fc.array(kids, { minLength: 1, maxLength: 3 }), span: spans }),
    },
    { weight: 1, arbitrary: fc.record({ cancel: fc.nat(40) }) },
    { weight: 1, arbitrary: fc.record({ enter: fc.nat(40) }) },
    { weight: 2, arbitrary: fc.record({ plan: plans }) },
  ),
  { minLength: 1, maxLength: 40 },
)

/** What is over a limit of the plan in force in one half hour: the room, and these groups. */
function overAt(day: DayBook, key: SlotKey, ids: readonly GroupId[]): string[] {
  const slot = day.slots[key]!
  const mine = day.groups.filter(({ id }) => ids.includes(id))
  const groups = mine.flatMap(({ id, cap }) => {
    const { carers, children, load } = slot.groups[id]!
    return [
      ...(children > cap ? [`${key}: the group ${id}`] : []),
      ...(load > carers * CARER_LOAD ? [`${key}: the carers of ${id}`] : []),
    ]
  })
  return [...(slot.children > day.places ? [`${key}: the room`] : []), ...groups]
}

interface Wish {
  readonly book: readonly { readonly id: number; readonly months: number }[]
  readonly span: Span
}

/** The day with the wish granted; undefined when the rules say no. */
function bookedWith(day: DayBook, n: number, { book, span }: Wish): DayBook | undefined {
  const answer = decideBooking({
    day,
    children: book.map(({ id, months }) => aChild({ id: `f${id}-${id}`, months })),
    span,
    now: NOW,
    hasPlace: (slot, childId) => day.kids[childId]?.[slot] !== undefined,
  })
  return answer.ok ? taken(day, { attempt: `a${n}`, placed: answer.value, span, at: n }) : undefined
}

/** The groups in which the n-th step placed somebody. */
function groupsOf(day: DayBook, n: number): GroupId[] {
  return reservationsOf(day)
    .filter(([, { bookedAt }]) => bookedAt === n)
    .map(([, { groupId }]) => groupId)
}

function booked(day: DayBook): BookingId[] {
  return reservationsOf(day)
    .filter(([, { state }]) => state === 'booked')
    .map(([id]) => id)
}

test('whatever is planned anew, booked and cancelled, no acceptance exceeds a limit and no child is lost', () =>
  fc.assert(
    fc.property(plans, steps, (first, list) => {
      let day = aDay(first)
      const wrong: string[] = []
      for (const [n, step] of list.entries()) {
        if ('plan' in step) {
          const fresh = aDay(step.plan)
          day = replanDay(day, fresh, NOW) as DayBook
          if (JSON.stringify(replanDay(day, fresh, NOW)) !== JSON.stringify(day))
            wrong.push('replan')
        } else if ('cancel' in step || 'enter' in step) {
          const open = booked(day)
          const id = open[('cancel' in step ? step.cancel : step.enter) % Math.max(1, open.length)]
          if (!id) continue
          if ('cancel' in step) day = freed(day, id)
          else {
            const inside = { ...day.reservations[id]!, state: 'inside' } as const
            day = { ...day, reservations: { ...day.reservations, [id]: inside } }
          }
        } else {
          const after = bookedWith(day, n, step)
          if (!after) continue
          day = after
          const { span } = step
          const ids = groupsOf(day, n)
          // Another group may still be over, as the change of plan left it.
          wrong.push(...slotKeysOf(span).flatMap((key) => overAt(day, key, ids)))
          if (slotTimesOf(span).some((at) => day.slots[slotKeyOf(at)]!.closed)) wrong.push('closed')
        }
        wrong.push(...miscounted(day))
      }
      expect(wrong).toEqual([])
    }),
  ))

test('when those who are listed have given way, every half hour fits again', () =>
  fc.assert(
    fc.property(plans, steps, plans, (first, list, last) => {
      let day = aDay(first)
      for (const [n, step] of list.entries()) {
        if ('book' in step) day = bookedWith(day, n, step) ?? day
      }
      day = replanDay(day, aDay(last), NOW) as DayBook
      for (const { id } of excessOf(day, NOW)) day = freed(day, id)
      const over = Object.keys(day.slots).flatMap((key) =>
        overAt(day, key as SlotKey, [LITTLE.id, BIG.id]),
      )
      expect(over).toEqual([])
      expect(excessOf(day, NOW)).toEqual([])
    }),
  ))

/** Counters that are not the sum of the bookings that take the places. */
function miscounted(day: DayBook): string[] {
  return Object.entries(day.slots).flatMap(([key, slot]) => {
    const here = Object.values(day.reservations).filter(
      ({ state, span }) => state !== 'cancelled' && slotKeysOf(span).includes(key as SlotKey),
    )
    const load = here.reduce((sum, each) => sum + each.load, 0)
    const counted = Object.values(slot.groups).reduce((sum, group) => sum + group.load, 0)
    return slot.children === here.length && counted === load ? [] : [`${key}: miscounted`]
  })
}
