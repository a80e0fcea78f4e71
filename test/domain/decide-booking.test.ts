import type { Placeable } from '../../miniprogram/domain/child'
import type { Day } from '../../miniprogram/domain/day'
import { decideBooking } from '../../miniprogram/domain/decide-booking'
import { localDate } from '../../miniprogram/domain/time'
import { aChild } from '../support/a-child'
import { MONDAY, aDay, aShift } from '../support/a-day'
import { aGroup } from '../support/a-site'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { withChildren } from '../support/with-children'

interface Facts {
  day?: Day
  children?: readonly Placeable[]
  span?: string
  now?: string
  /** The half hours in which every child of the ask has a place already. */
  taken?: readonly string[]
}

const book = ({
  day = aDay(),
  children = [aChild()],
  span = '9:00-11:00',
  now = '2026-09-06 12:00',
  taken = [],
}: Facts) =>
  decideBooking({
    day,
    children,
    span: aSpan(span),
    now: anInstant(now),
    hasPlace: (slot) => taken.includes(slot),
  })

const refused = (refusal: object) => ({ ok: false, refusal })

describe('a booking', () => {
  test('puts a child into the group of its age on that day', () => {
    const little = aChild({ id: 'family-1', months: 23 })
    const big = aChild({ id: 'family-2', months: 24 })
    expect(book({ children: [little, big] })).toEqual({
      ok: true,
      value: [
        { childId: 'family-1', groupId: 'little', load: 7 },
        { childId: 'family-2', groupId: 'big', load: 5 },
      ],
    })
  })

  test('of exactly an hour is the shortest', () => {
    expect(book({ span: '9:00-10:00' }).ok).toBe(true)
    expect(book({ span: '9:00-9:30' })).toEqual(
      refused({ code: 'span_too_short', minimumMinutes: 60 }),
    )
  })

  test('that ends before it begins is too short', () =>
    expect(book({ span: '11:00-9:00' })).toMatchObject(refused({ code: 'span_too_short' })))

  test('keeps to half hours', () =>
    expect(book({ span: '9:15-10:15' })).toEqual(refused({ code: 'span_off_grid' })))

  test('may be made until the minute before it begins', () => {
    expect(book({ now: '2026-09-07 08:59' }).ok).toBe(true)
    expect(book({ now: '2026-09-07 09:00' })).toEqual(refused({ code: 'span_past' }))
  })

  test('stays within the opening hours, which the refusal names', () => {
    expect(book({ span: '9:00-12:00' }).ok).toBe(true)
    for (const span of ['8:30-10:00', '11:00-12:30'])
      expect(book({ span })).toEqual(refused({ code: 'outside_hours', hours: aSpan('9:00-12:00') }))
  })

  test('is not possible on a closed day, and the refusal says why', () => {
    const day = aDay({ closures: [{ date: MONDAY, why: 'holiday' }] })
    expect(book({ day })).toEqual(refused({ code: 'day_closed', date: MONDAY, why: 'holiday' }))
  })

  test('is not possible across a closed half hour, and the refusal says which', () => {
    const day = aDay({ closures: [{ date: MONDAY, span: aSpan('10:00-10:30'), why: 'cleaning' }] })
    expect(book({ day })).toEqual(
      refused({ code: 'half_hour_closed', at: '10:00', why: 'cleaning' }),
    )
    expect(book({ day, span: '9:00-10:00' }).ok).toBe(true)
  })
})

describe('the age of a child', () => {
  test('a child of 17 months hears when it may come', () =>
    expect(book({ children: [aChild({ months: 17 })] })).toEqual(
      refused({ code: 'child_too_young', fromMonths: 18, fromDate: '2026-10-07' }),
    ))

  test('a child who turns 18 months on that day may come', () =>
    expect(book({ children: [aChild({ months: 18 })] }).ok).toBe(true))

  test('a child who turns three on that day may not any more', () => {
    expect(book({ children: [aChild({ months: 36 })] })).toEqual(
      refused({ code: 'child_too_old', toMonths: 36 }),
    )
    const dayBefore = localDate('2023-09-08')
    expect(book({ children: [{ ...aChild(), birthDate: dayBefore }] }).ok).toBe(true)
  })

  test('between two groups a child waits for the next one', () => {
    const groups = [
      aGroup({ id: 'little', fromMonths: 18, toMonths: 24 }),
      aGroup({ id: 'big', fromMonths: 30, toMonths: 36 }),
    ]
    const day = aDay({ site: { groups } })
    expect(book({ day, children: [aChild({ months: 27 })] })).toEqual(
      refused({ code: 'child_too_young', fromMonths: 30, fromDate: '2026-12-07' }),
    )
  })
})

describe('one child, one place', () => {
  test('a child with a place in one of the half hours is refused at that half hour', () =>
    expect(book({ taken: ['1030'] })).toEqual(
      refused({ code: 'child_already_booked', at: '10:30' }),
    ))

  test('a booking may follow right after another', () =>
    expect(book({ span: '11:00-12:00', taken: ['0900', '0930', '1000', '1030'] }).ok).toBe(true))

  test('a child named twice in one ask does not get two places', () =>
    expect(book({ children: [aChild(), aChild()] })).toEqual(
      refused({ code: 'child_already_booked', at: '09:00' }),
    ))
})

describe('a full half hour', () => {
  const sevenBig = Array.from({ length: 7 }, (_, n) => ({
    childId: `kid-${n}` as never,
    groupId: 'big' as never,
    load: 5,
  }))
  const oneCarer = aDay({ carers: { big: 1 } })

  test('refuses the eighth child of one carer, and says when and why', () => {
    //                                        9:00  10:00 11:00
    const day = withChildren(oneCarer, sevenBig, aSpan('··█···'))
    expect(book({ day })).toMatchObject(
      refused({ code: 'session_full', at: '10:00', limit: 'carers' }),
    )
    expect(book({ day, span: '9:00-10:00' }).ok).toBe(true)
  })

  test('suggests the spans of the same length that start closest', () => {
    const day = withChildren(oneCarer, sevenBig, aSpan('█·····'))
    expect(book({ day, span: '9:00-10:00' })).toMatchObject(
      refused({
        code: 'session_full',
        nearest: [aSpan('·██···'), aSpan('··██··'), aSpan('···██·')],
      }),
    )
  })

  test('suggests nothing that is over, nor what the child has already', () => {
    const day = withChildren(oneCarer, sevenBig, aSpan('···██·'))
    const nearest = (now: string, taken: readonly string[] = []) => {
      const answer = book({ day, span: '10:00-11:00', now, taken })
      return !answer.ok && answer.refusal.code === 'session_full' ? answer.refusal.nearest : 'none'
    }
    expect(nearest('2026-09-07 08:00')).toEqual([aSpan('·██···'), aSpan('██····')])
    expect(nearest('2026-09-07 09:00')).toEqual([aSpan('·██···')])
    expect(nearest('2026-09-07 08:00', ['0900'])).toEqual([aSpan('·██···')])
    expect(nearest('2026-09-07 09:40')).toEqual([])
  })

  test('siblings come together or not at all', () => {
    const day = withChildren(oneCarer, sevenBig.slice(1), aSpan('9:00-12:00'))
    const [one, two] = [aChild({ id: 'family-1' }), aChild({ id: 'family-2' })]
    expect(book({ day, children: [one] }).ok).toBe(true)
    expect(book({ day, children: [one, two] })).toMatchObject(
      refused({ code: 'session_full', at: '09:00', limit: 'carers', nearest: [] }),
    )
  })

  test('a carer who comes at ten makes places from ten', () => {
    const day = aDay({ shifts: [aShift('Chen', 'big', '10:00-12:00')] })
    expect(book({ day, span: '9:00-10:00' })).toMatchObject(
      refused({
        code: 'session_full',
        at: '09:00',
        nearest: [aSpan('··██··'), aSpan('···██·'), aSpan('····██')],
      }),
    )
  })
})
