import type { Child } from '../../miniprogram/domain/child'
import type { Day, GroupSlot } from '../../miniprogram/domain/day'
import type { BookingId, ChildId, GroupId, SiteId } from '../../miniprogram/domain/ids'
import { priceOf } from '../../miniprogram/domain/price'
import type { Closure } from '../../miniprogram/domain/site'
import { slotKeysOf, type Span } from '../../miniprogram/domain/span'
import { addMonths, localDate } from '../../miniprogram/domain/time'
import type { Booking } from '../../miniprogram/view/booking'
import { aDay } from '../support/a-day'
import { aGroup } from '../support/a-site'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

export const thursday = localDate('2026-11-26')
export const evening = anInstant('2026-11-25 19:00')
export const tariff = aTariff({ residentPercent: 10, siblingPercent: 20 })

const BIG = aGroup({ id: 'big', name: '托大班', fromMonths: 24, toMonths: 36, cap: 14 })

/** One group of two carers from 9:00 to 12:00, on that Thursday unless said. */
export function viewDay({ date = '2026-11-26', closures = [] as readonly Closure[] } = {}): Day {
  const site = { groups: [BIG] }
  return aDay({ date: localDate(date), site, carers: { big: 2 }, closures })
}

/** The same day with so much of the group taken in the span. */
export function taken(day: Day, span: Span, state: Partial<GroupSlot>): Day {
  const slots = { ...day.slots }
  for (const key of slotKeysOf(span)) {
    const slot = slots[key]
    const group = slot?.groups[BIG.id]
    if (!slot || !group) throw new RangeError(`no half hour ${key}`)
    const now = { ...group, ...state }
    slots[key] = { ...slot, children: now.children, groups: { ...slot.groups, [BIG.id]: now } }
  }
  return { ...day, slots }
}

/** A child of so many months on that Thursday. */
export function viewChild({ name = '小雨', months = 25, id = 'h1-1' } = {}): Child {
  return { id: id as ChildId, name, birthDate: addMonths(thursday, -months), allergies: '' }
}

export function aBooking(over: Partial<Booking> = {}): Booking {
  const span = over.span ?? aSpan('9:00-11:00')
  return {
    id: 'b1' as BookingId,
    siteId: 'yucun' as SiteId,
    date: thursday,
    span,
    childId: 'h1-1' as ChildId,
    groupId: 'big' as GroupId,
    state: 'booked',
    quote: priceOf({ span, tariff, resident: true, sibling: false }),
    bookedAt: evening,
    ...over,
  }
}
