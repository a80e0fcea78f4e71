import type { DayBook } from '../../miniprogram/domain/day'
import { NO_CHANGE, changed, occupies } from '../../miniprogram/domain/day-change'
import { calledOffOn, waitsCalledOff } from '../../miniprogram/domain/called-off'
import { cancelledOf } from '../../miniprogram/domain/decide-cancellation'
import { decideSession } from '../../miniprogram/domain/decide-session'
import { excessOf } from '../../miniprogram/domain/excess'
import type { BookingId, ChildId, SessionId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import { keptSlotsOf } from '../../miniprogram/domain/overstay'
import { bookedSessionOf, openSeats } from '../../miniprogram/domain/seats'
import { settled } from '../../miniprogram/domain/settle-day'
import { slotKeyOf } from '../../miniprogram/domain/span'
import { localTime } from '../../miniprogram/domain/time'
import { aChild } from '../support/a-child'
import { aDay, type DayFacts } from '../support/a-day'
import { aHousehold } from '../support/a-household'
import { aReservation, aWait, withReservations, withWaits } from '../support/a-reservation'
import { aSession } from '../support/a-session'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const NOW = anInstant('2026-09-06 10:00')
const STORY = 'session-1' as SessionId
const ROOMS = [
  { id: 'play', name: '活动室', shared: true },
  { id: 'hall', name: '多功能厅', shared: false },
]

const dayWith = (session: Parameters<typeof aSession>[0] = {}, facts: DayFacts = {}): DayBook =>
  aDay({ ...facts, site: { rooms: ROOMS, ...facts.site }, sessions: [aSession(session)] })

const ask = (day: DayBook, months: number | readonly number[] = 30) =>
  decideSession({
    day,
    sessionId: STORY,
    household: aHousehold(),
    children: [months].flat().map((each, n) => aChild({ id: `asking-${n + 1}`, months: each })),
    tariff: aTariff(),
    now: NOW,
  })

/** The day after these families booked the story, one child each. */
function booked(day: DayBook, ...families: readonly string[]): DayBook {
  const seats = day.sessions?.[STORY]
  if (!seats) throw new Error('no story')
  const session = bookedSessionOf(STORY, seats)
  const { span, accompanied } = seats
  const all = families.map((family) =>
    aReservation({ family, span, session, load: accompanied ? 0 : 5 }),
  )
  return withReservations(day, ...all)
}

const heads = (day: DayBook) => day.slots[slotKeyOf(localTime('10:00'))]
const code = (result: ReturnType<typeof ask>) => (result.ok ? 'ok' : result.refusal.code)

describe('Booking a story that staff look after', () => {
  it('takes a place of the story, a head of the room and care, like any child', () => {
    const day = booked(dayWith(), 'a', 'b')
    expect(day.sessions?.[STORY]?.children).toBe(2)
    expect(heads(day)).toMatchObject({ children: 2, groups: { big: { children: 2, load: 10 } } })
  })

  it('is full when its own places are gone', () => {
    const day = booked(dayWith({ places: 2 }), 'a', 'b')
    expect(ask(day)).toMatchObject({ refusal: { code: 'class_full', limit: 'session' } })
  })

  it('is full when the carers have all they can look after, however many places it has', () => {
    const busy = Array.from({ length: 7 }, (_, n) => aReservation({ family: `care-${n}` }))
    const day = withReservations(dayWith({}, { carers: { big: 1 } }), ...busy)
    expect(ask(day)).toMatchObject({ refusal: { code: 'class_full', limit: 'carers' } })
  })

  it('takes all siblings or none', () => {
    expect(code(ask(booked(dayWith({ places: 2 }), 'a'), [30, 26]))).toBe('class_full')
    expect(code(ask(dayWith({ places: 2 }), [30, 26]))).toBe('ok')
  })

  it('gives everything back when it is cancelled', () => {
    const day = booked(dayWith(), 'a')
    const id = 'a' as BookingId
    const before = day.reservations[id]
    const after = before && cancelledOf(before, fen(0), NOW)
    const free = changed(day, { moves: [{ id, before, after }], waits: [] }, NOW)
    expect(free.sessions?.[STORY]?.children).toBe(0)
    expect(heads(free)?.children).toBe(0)
    expect(occupies(after)).toBe(false)
  })
})

describe('A parent–child class', () => {
  const together = { service: 'together', accompanied: true } as const

  it('counts heads in the room of care, and no care', () => {
    const day = booked(dayWith(together), 'a', 'b')
    expect(heads(day)).toMatchObject({ children: 2, groups: { big: { children: 0, load: 0 } } })
  })

  it('counts nothing there when it is in a room of its own', () => {
    expect(heads(booked(dayWith({ ...together, room: 'hall' }), 'a'))?.children).toBe(0)
  })

  it('needs room and no carer', () => {
    const alone = { carers: { big: 0, little: 0 } }
    expect(code(ask(dayWith(together, alone)))).toBe('ok')
    const full = booked(dayWith(together, { ...alone, site: { places: 1 } }), 'a')
    expect(ask(full)).toMatchObject({ refusal: { code: 'class_full', limit: 'room' } })
  })

  it('takes a child that is too young for care', () => {
    const day = dayWith({ ...together, fromMonths: 12 })
    expect(ask(day, 13)).toMatchObject({ value: { placements: [{ load: 0 }] } })
  })

  it('is not in the way of care that no longer fits, and nobody overstays it', () => {
    const day = booked(dayWith(together, { carers: { big: 0, little: 0 } }), 'a')
    expect(excessOf(day, NOW)).toEqual([])
    const here = { ...day.reservations['a' as BookingId], state: 'inside' } as const
    const late = anInstant('2026-09-07 11:30')
    expect(keptSlotsOf(day, 'a' as BookingId, here as never, late)).toEqual([])
  })
})

describe('What a story says no to', () => {
  it.each([
    ['a child below its ages', 20, 'other_age'],
    ['a child above them', 32, 'other_age'],
    ['nobody else', 26, 'ok'],
  ])('%s', (_name, months, expected) => {
    expect(code(ask(dayWith({ fromMonths: 24, toMonths: 32 }), months))).toBe(expected)
  })

  it('a child that is in care at that time', () => {
    const care = aReservation({ family: 'asking', childId: 'asking-1' as ChildId })
    expect(ask(withReservations(dayWith(), care))).toMatchObject({
      refusal: { code: 'child_already_booked', at: '10:00' },
    })
  })

  it('a story that has begun, was called off, or lies in a closed half hour', () => {
    expect(code(ask({ ...dayWith(), date: '2026-09-05' as never }))).toBe('span_past')
    const off = { cancelled: { at: NOW, why: '阿May 病了' } }
    expect(ask(dayWith(off))).toMatchObject({ refusal: { code: 'session_off', why: '阿May 病了' } })
    const closures = [{ date: dayWith().date, span: aSpan('10:00-11:00'), why: 'cleaning' }]
    expect(ask(dayWith({}, { closures }))).toMatchObject({
      refusal: { code: 'session_off', why: 'cleaning' },
    })
  })
})

describe('What a story still takes, for everybody to see', () => {
  it('is the least of its places, the room and the carers', () => {
    const seats = (day: DayBook) => day.sessions?.[STORY]
    const open = (day: DayBook) => openSeats(day, seats(day)!, NOW)
    expect(open(booked(dayWith({ places: 8 }), 'a'))).toEqual({ free: 7, limit: 'session' })
    expect(open(dayWith({ places: 30 }, { carers: { big: 1 } }))).toEqual({
      free: 7,
      limit: 'carers',
    })
    expect(open(dayWith({ places: 30, accompanied: true }))).toEqual({ free: 19, limit: 'room' })
  })
})

describe('Waiting for a place in a story', () => {
  const waiting = (day: DayBook, family: string, askedAt: string) =>
    aWait({
      family,
      within: '10:00-10:30',
      minutes: 30,
      askedAt: anInstant(askedAt),
      session: bookedSessionOf(STORY, day.sessions![STORY]!),
    })

  it('a place that is given back becomes the hold of the family that asked first, for ten minutes', () => {
    const full = booked(dayWith({ places: 1 }), 'a')
    const day = withWaits(
      full,
      waiting(full, 'second', '2026-09-05 13:00'),
      waiting(full, 'first', '2026-09-05 12:00'),
    )
    const id = 'a' as BookingId
    const before = day.reservations[id]!
    const moves = [{ id, before, after: cancelledOf(before, fen(0), NOW) }]
    const change = settled(day, { moves, waits: [] }, NOW)
    const held = change.moves.filter(({ after }) => after?.state === 'held')
    expect(held.map(({ after }) => [after?.householdId, after?.session?.id])).toEqual([
      ['first', STORY],
    ])
    expect(held[0]?.after?.until).toBe(anInstant('2026-09-06 10:10'))
    expect(changed(day, change, NOW).sessions?.[STORY]?.children).toBe(1)
  })

  it('of a story that is called off stays until the family is told, and gets no place any more', () => {
    const day = dayWith({ places: 1, cancelled: { at: NOW, why: '病了' } })
    const family = waiting(dayWith({ places: 1 }), 'first', '2026-09-05 12:00')
    const open = withWaits(day, family)
    expect(settled(open, NO_CHANGE, NOW)).toStrictEqual(NO_CHANGE)
    expect(waitsCalledOff(open, [family], NOW)).toEqual([{ wait: family, why: '病了' }])
    expect(waitsCalledOff(dayWith(), [family], NOW)).toStrictEqual([])
    expect(waitsCalledOff(open, [family], anInstant('2026-09-07 10:30'))).toStrictEqual([])
  })
})

test('bookings of a story that was called off are taken back, those of care stay', () => {
  const open = booked(dayWith(), 'a')
  const day = withReservations(open, aReservation({ family: 'care' }))
  const off = { ...day, sessions: { [STORY]: { ...day.sessions![STORY]!, off: '下雨' } } }
  expect(calledOffOn(off, NOW).map(({ id, why }) => [id, why])).toEqual([['a', '下雨']])
  expect(calledOffOn(day, NOW)).toEqual([])
})
