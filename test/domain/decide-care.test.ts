import { decideCare } from '../../miniprogram/domain/decide-care'
import type { DayBook } from '../../miniprogram/domain/day'
import type { ChildId } from '../../miniprogram/domain/ids'
import { aChild } from '../support/a-child'
import { aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const siblings = [aChild({ id: 'family-1', months: 20 }), aChild({ id: 'family-2' })]
const ask = (day: DayBook, papers: boolean) =>
  decideCare({
    day,
    household: papers ? { papers: { at: anInstant('2026-09-01'), by: 'Chen' } } : {},
    children: siblings,
    span: aSpan('9:00-11:00'),
    tariff: aTariff(),
    now: anInstant('2026-09-06 12:00'),
  })

test('siblings get a place and a quote each', () => {
  const answer = ask(aDay(), false)
  expect(answer).toMatchObject({
    ok: true,
    value: {
      placements: [{ groupId: 'little' }, { groupId: 'big' }],
      bill: { totalFen: 3000 + 2700 },
    },
  })
})

test('only a family whose papers staff have seen has the resident discount', () =>
  expect(ask(aDay(), true)).toMatchObject({ value: { bill: { totalFen: 2400 + 2160 } } }))

test('a place that the day’s book knows of is not given twice', () => {
  const kids = { ['family-2' as ChildId]: { '1000': 'earlier-2' } }
  expect(ask({ ...aDay(), kids }, false)).toEqual({
    ok: false,
    refusal: { code: 'child_already_booked', at: '10:00' },
  })
})
