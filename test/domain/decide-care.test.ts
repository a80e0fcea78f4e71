import { decideCare, type CareAsk } from '../../miniprogram/domain/decide-care'
import type { DayBook } from '../../miniprogram/domain/day'
import type { ChildId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import { aChild } from '../support/a-child'
import { aDay } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const siblings = [aChild({ id: 'family-1', months: 20 }), aChild({ id: 'family-2' })]
const ask = (day: DayBook, papers: boolean, more: Partial<CareAsk> = {}) =>
  decideCare({
    day,
    household: papers ? { papers: { at: anInstant('2026-09-01'), by: 'Chen' } } : {},
    children: siblings,
    span: aSpan('9:00-11:00'),
    tariff: aTariff(),
    now: anInstant('2026-09-06 12:00'),
    ...more,
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

test('siblings share the household’s free hours, the first child first', () => {
  const answer = ask(aDay(), true, { tariff: aTariff({ freeMinutes: 180, residentPercent: 0 }) })
  expect(answer).toMatchObject({ value: { bill: { totalFen: 0 + (3000 - 1500) * 0.9 } } })
})

test('a family that owes more than the limit pays first, one that owes just as much may book', () => {
  const tariff = aTariff({ unpaidMostFen: fen(10_000) })
  const owing = (owed: number) => ask(aDay(), false, { tariff, household: { owedFen: fen(owed) } })
  expect(owing(10_000)).toMatchObject({ ok: true })
  expect(owing(10_001)).toEqual({
    ok: false,
    refusal: { code: 'unpaid_bills', owedFen: 10_001, mostFen: 10_000 },
  })
})
