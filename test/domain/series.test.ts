import {
  foreseeSeries,
  nextAtOf,
  refusedDayOf,
  seriesDatesOf,
  type SeriesAsk,
} from '../../miniprogram/domain/series'
import { localDate, localTime, type LocalDate } from '../../miniprogram/domain/time'
import { aChild } from '../support/a-child'
import { MONDAY, aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { withChildren } from '../support/with-children'

const now = anInstant('2026-09-06 12:00')

test('every Tuesday and Thursday for two weeks is four days', () =>
  expect(seriesDatesOf([4, 2], MONDAY, 2)).toEqual([
    '2026-09-08',
    '2026-09-10',
    '2026-09-15',
    '2026-09-17',
  ]))

test('a week begins on the day that is asked for', () =>
  expect(seriesDatesOf([2, 4], localDate('2026-09-09'), 1)).toEqual(['2026-09-10', '2026-09-15']))

describe('A day that the rules refuse', () => {
  test('waits for its plan, for its tranche, or for its draw', () => {
    expect(refusedDayOf({ code: 'day_not_open', date: MONDAY }, MONDAY)).toEqual({
      state: 'waiting',
      until: anInstant('2026-08-25 00:00'),
    })
    expect(refusedDayOf({ code: 'not_released', opensAt: now }, MONDAY)).toEqual({
      state: 'waiting',
      until: now,
    })
    expect(
      refusedDayOf({ code: 'draw_pending', from: anInstant('2026-09-01'), closesAt: now }, MONDAY),
    ).toEqual({ state: 'waiting', until: now })
  })

  test('does not wait for urgent places: they are for whoever needs one at short notice', () =>
    expect(refusedDayOf({ code: 'not_released', opensAt: now, urgent: true }, MONDAY)).toEqual({
      state: 'refused',
      why: 'session_full',
    }))

  test('is refused for anything else', () =>
    expect(refusedDayOf({ code: 'day_closed', date: MONDAY, why: 'holiday' }, MONDAY)).toEqual({
      state: 'refused',
      why: 'day_closed',
    }))
})

test('the series is due when the first of its waiting days is', () => {
  const early = anInstant('2026-09-07 20:00')
  expect(
    nextAtOf({
      [MONDAY]: { state: 'refused', why: 'session_full' },
      [localDate('2026-09-14')]: { state: 'waiting', until: anInstant('2026-09-08 20:00') },
      [localDate('2026-09-15')]: { state: 'waiting', until: early },
    }),
  ).toBe(early)
  expect(nextAtOf({ [MONDAY]: { state: 'dropped' } })).toBeUndefined()
})

describe('What a series would become', () => {
  const span = aSpan('9:00-11:00')
  const children = [aChild()]
  const tuesday = localDate('2026-09-08')
  const thursday = localDate('2026-09-10')
  const nextTuesday = localDate('2026-09-15')
  const later = localDate('2026-09-22')
  const foresee = (askOf: (date: LocalDate) => SeriesAsk, taken = 0) => [
    ...foreseeSeries([tuesday, thursday, nextTuesday, later], span, askOf, () => taken).values(),
  ]
  const seven = Array.from({ length: 7 }, (_, n) => ({
    childId: `kid-${n}` as never,
    groupId: 'big' as never,
    load: 5,
  }))
  const site = {
    release: [
      { daysBefore: 7, at: localTime('20:00'), percent: 90 },
      { minutesBefore: 120, percent: 10 },
    ],
  }

  test('is booked where there is room, full where there is none, and waits where nothing is released', () => {
    const askOf = (date: LocalDate): SeriesAsk => {
      if (date === later) return undefined
      const empty = aDay({ date, site, carers: { big: 1 } })
      const day = date === thursday ? withChildren(empty, seven, aSpan('10:00-11:00')) : empty
      return { day, children, now, hasPlace: () => false }
    }
    expect(foresee(askOf)).toEqual([
      { state: 'free' },
      { state: 'refused', why: 'session_full' },
      { state: 'waiting', until: anInstant('2026-09-08 20:00') },
      { state: 'waiting', until: anInstant('2026-09-09 00:00') },
    ])
  })

  test('days of one week share the household’s share, those of the next have their own', () => {
    const askOf = (date: LocalDate): SeriesAsk => {
      const day = aDay({ date, site: { weekMinutes: 180 } })
      return { day, children, now, hasPlace: () => false }
    }
    expect(foresee(askOf).map(({ state }) => state)).toEqual(['free', 'refused', 'free', 'free'])
    expect(foresee(askOf, 90).map(({ state }) => state)).toEqual(Array(4).fill('refused'))
  })
})
