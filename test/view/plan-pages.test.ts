import { localDate, localTime } from '../../miniprogram/domain/time'
import type { GroupId } from '../../miniprogram/domain/ids'
import { closureRowsOf, reachedOf } from '../../miniprogram/view/closure-page'
import { excessDaysOf, type ExcessBooking } from '../../miniprogram/view/excess-page'
import { HALF_HOURS, halfHourIndex, movedSpan } from '../../miniprogram/view/half-hours'
import { hoursRowsOf, withHours } from '../../miniprogram/view/hours-page'
import { rosterViewOf, type PlannedDate } from '../../miniprogram/view/roster-page'
import { shiftDraftOf, shiftErrorsOf } from '../../miniprogram/view/shift-draft'
import { aShift } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { evening, thursday } from './view-day'

const BIG = 'big' as GroupId
const chen = aShift('陈老师', 'big', '9:00-10:00')
const lin = aShift('林老师', 'big', '11:00-12:00')

describe('the roster', () => {
  const day: PlannedDate = {
    date: thursday,
    weekday: 4,
    changed: false,
    hours: aSpan('9:00-12:00'),
    shifts: [lin, chen],
  }
  const viewOf = (over: Partial<PlannedDate> = {}, excess = 0) => {
    const days = [{ ...day, ...over }]
    const groups = [{ id: BIG, name: '托大班' }]
    return rosterViewOf({ now: evening, groups, days, excess }, thursday, days[0]!.shifts)
  }

  test('reads in order of time and says when nobody is there', () => {
    const [group] = viewOf().groups
    expect(group?.rows.map(({ carer, time, index }) => [carer, time, index])).toEqual([
      ['陈老师', '9:00–10:00', 1],
      ['林老师', '11:00–12:00', 0],
    ])
    expect(group?.gaps).toBe('10:00–11:00 没有老师，约不上')
  })

  test('of a closed day misses nobody', () => {
    const { hours: _hours, ...closed } = day
    const facts = { now: evening, groups: [{ id: BIG, name: '托大班' }], excess: 0 }
    const view = rosterViewOf({ ...facts, days: [{ ...closed, closed: '元旦放假' }] }, thursday, [])
    expect(view.groups[0]?.gaps).toBe('')
    expect(view.note).toBe('元旦放假')
    expect(view.days[0]).toMatchObject({ word: '休', tone: 'none' })
  })

  test('says what is special about the date, and how far a change reaches', () => {
    expect(viewOf({ weekday: 2, changed: true }).note).toBe('调休，按周二上班 · 这天改过班')
    expect(viewOf().scopes.map(({ label }) => label)).toEqual([
      '只改 11 月 26 日',
      '每个周四都这样',
    ])
    expect(viewOf().days[0]).toMatchObject({ word: '2 人', selected: true })
  })

  test('says how many bookings no longer fit', () => {
    expect(viewOf({}, 2).excess).toBe('有 2 个预约放不下了')
    expect(viewOf().excess).toBe('')
  })
})

describe('a shift that is written', () => {
  test('begins with the opening hours, and wants a name', () => {
    const draft = shiftDraftOf(BIG, aSpan('9:00-12:00'))
    expect(draft).toMatchObject({ index: -1, span: aSpan('9:00-12:00') })
    expect(shiftErrorsOf(draft, [])).toEqual({ carer: '请选一位老师，或写上名字' })
  })

  test('of somebody who is elsewhere then says where, beside the time', () => {
    const twice = { ...shiftDraftOf(BIG, aSpan('9:30-12:00')), carer: '陈老师' }
    expect(shiftErrorsOf(twice, [chen, lin])).toEqual({
      span: '陈老师同一时间排了两处：9:00–10:00 和 9:30–12:00 撞在一起，请改一段。',
    })
  })

  test('that is only moved is not in its own way', () =>
    expect(shiftErrorsOf({ ...chen, index: 0, span: aSpan('9:30-10:30') }, [chen, lin])).toEqual(
      {},
    ))
})

describe('a time by two wheels', () => {
  const span = aSpan('9:00-12:00')
  const at = (time: string) => halfHourIndex(localTime(time))

  test('moves the one end, and the other where it would run backwards', () => {
    expect(movedSpan(span, 'from', at('10:00'))).toEqual(aSpan('10:00-12:00'))
    expect(movedSpan(span, 'from', at('12:00'))).toEqual(aSpan('12:00-12:30'))
    expect(movedSpan(span, 'to', at('08:30'))).toEqual(aSpan('8:00-8:30'))
  })

  test('never runs backwards, wherever the wheels stand', () => {
    for (const end of ['from', 'to'] as const)
      for (const index of HALF_HOURS.keys()) {
        const moved = movedSpan(span, end, index)
        expect(moved.from < moved.to).toBe(true)
      }
  })
})

test('what no longer fits is told day by day, first who is asked first, with a reason for the family', () => {
  const booking = {
    bookingId: 'b1',
    date: thursday,
    span: aSpan('9:00-11:00'),
    name: '小雨',
    groupName: '托大班',
    bookedAt: evening,
    at: localTime('10:00'),
    limit: 'carers',
    carers: 1,
    guardians: [{ name: '小雨妈妈', phone: '13800001001' }],
  } as unknown as ExcessBooking
  const friday = { ...booking, date: localDate('2026-11-27'), limit: 'closed' } as const
  const days = excessDaysOf([booking, { ...booking, name: '安安', carers: 0 }, friday], evening)
  expect(
    days.map(({ title, rows }) => [title, rows.map(({ order, why }) => `${order} ${why}`)]),
  ).toEqual([
    ['明天 · 11 月 26 日 周四', ['1 10:00 起，托大班只有 1 位老师', '2 10:00 起，托大班没有老师']],
    ['11 月 27 日 周五', ['1 10:00 起，不开放了']],
  ])
  expect(days[0]?.rows[0]?.reason).toBe('老师请假，人手不够')
  for (const { rows } of days)
    for (const { reason } of rows) expect(reason.length).toBeLessThanOrEqual(20)
})

describe('closures', () => {
  test('of the point and of the calendar stand in one list, and only the point’s own can be opened', () => {
    const own = { date: localDate('2026-12-31'), span: aSpan('16:00-18:00'), why: 'cleaning' }
    const rows = closureRowsOf([own], [{ date: localDate('2027-01-01'), holiday: '元旦' }])
    expect(rows.map(({ title, why, closure }) => [title, why, closure !== null])).toEqual([
      ['12 月 31 日 周四 16:00–18:00', '教室打扫消毒', true],
      ['1 月 1 日 周五 全天', '元旦放假', false],
    ])
  })

  test('name whom they cancel before anything happens', () => {
    const booking = { name: '小雨', date: thursday, span: aSpan('9:00-11:00') }
    expect(reachedOf([booking])).toEqual({
      count: 1,
      words: '会取消 1 个预约，都不收费，家长会收到消息',
      names: ['小雨 9:00–11:00'],
      button: '关闭，并取消 1 个预约',
    })
    expect(reachedOf([])).toMatchObject({ count: 0, button: '关闭这段时间' })
  })
})

test('opening hours have seven rows, and a day that is opened gets the usual time', () => {
  const hours = { 1: aSpan('9:00-12:00') } as const
  const rows = hoursRowsOf(hours)
  expect(rows.map(({ name, open }) => `${name}${open ? '开' : ''}`).join(' ')).toBe(
    '周一开 周二 周三 周四 周五 周六 周日',
  )
  expect(rows[1]?.span).toEqual(aSpan('8:30-18:00'))
  expect(withHours(hours, 2, aSpan('9:00-10:00'))).toEqual({ ...hours, 2: aSpan('9:00-10:00') })
  expect(withHours(hours, 1, undefined)).toEqual({})
})
