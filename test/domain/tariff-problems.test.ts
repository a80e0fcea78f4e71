import { fen } from '../../miniprogram/domain/money'
import type { CancelStep } from '../../miniprogram/domain/tariff'
import { tariffProblems, type TariffDraft } from '../../miniprogram/domain/tariff-problems'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { aTariff } from '../support/a-tariff'

const today = localDate('2026-11-25')
const before = { tariffs: [aTariff()], today, plannedTo: localDate('2026-12-08') }
const winter = { version: '2026-12', from: localDate('2026-12-01') }
const problems = (changes: Partial<TariffDraft>, known = before) =>
  tariffProblems(aTariff({ ...winter, ...changes }), known).map(({ field, why }) => [field, why])
const step = (daysBefore: number, time: string, amount: number): CancelStep => ({
  daysBefore,
  time: localTime(time),
  fen: fen(amount),
})

test('a version for December is fine in November', () => expect(problems({})).toEqual([]))

test.each([
  ['a price below nothing', { hourFen: fen(-1) }, ['hourFen', 'negative']],
  [
    'a meal below nothing',
    { meal: { at: localTime('12:00'), fen: fen(-800) } },
    ['meal.fen', 'negative'],
  ],
  ['a grace period below nothing', { graceMinutes: -1 }, ['graceMinutes', 'negative']],
  ['a discount above all', { residentPercent: 101 }, ['residentPercent', 'percent']],
  ['a step of seven minutes', { stepMinutes: 7 }, ['stepMinutes', 'step']],
  ['a minimum that is no whole step', { minimumMinutes: 45 }, ['minimumMinutes', 'step']],
  ['a name that is taken', { version: '2026-09' }, ['version', 'taken']],
  ['a day that has begun', { from: today }, ['from', 'too_soon']],
  ['a day that is over', { from: localDate('2026-11-01') }, ['from', 'too_soon']],
] as const)('%s is wrong', (_what, changes, problem) =>
  expect(problems(changes)).toEqual([problem]),
)

test('every field that is wrong is named at once', () =>
  expect(problems({ hourFen: fen(-1), lateQuarterFen: fen(-1), siblingPercent: -5 })).toHaveLength(
    3,
  ))

describe('two versions from the same day', () => {
  test('overlap where days have been planned with the first', () => {
    const tariffs = [aTariff(), aTariff(winter)]
    expect(problems({ version: '2026-12b' }, { ...before, tariffs })).toEqual([['from', 'overlap']])
  })

  test('are a correction where no day knows the first yet', () => {
    const spring = { version: '2027-03', from: localDate('2027-03-01') }
    const tariffs = [aTariff(), aTariff(spring)]
    expect(problems({ ...spring, version: '2027-03b' }, { ...before, tariffs })).toEqual([])
  })
})

test('the first version of a point begins today, or the days before it have no price', () => {
  const none = { ...before, tariffs: [] }
  expect(problems({}, none)).toEqual([['from', 'gap']])
  expect(problems({ from: today }, none)).toEqual([])
})

describe('the steps of cancelling', () => {
  //  booked ── free ──┤ ¥3 ──┤ ¥5 ── care begins
  //         20:00 before   7:00
  const steps = [step(1, '20:00', 0), step(0, '07:00', 300)]
  const wrong = (...cancelSteps: CancelStep[]) => problems({ cancelSteps, lateCancelFen: fen(500) })

  test('rise in time and cost', () => expect(wrong(...steps)).toEqual([]))
  test('begin with a time that is free, or there is a gap', () => {
    expect(wrong()).toEqual([['cancelSteps.0', 'gap']])
    expect(wrong(step(1, '20:00', 100))).toEqual([['cancelSteps.0', 'gap']])
  })
  test('overlap when two end at the same moment', () =>
    expect(wrong(step(1, '20:00', 0), step(1, '20:00', 300))).toEqual([
      ['cancelSteps.1', 'overlap'],
    ]))
  test('stand in the order of time', () =>
    expect(wrong(step(1, '20:00', 0), step(2, '07:00', 300))).toEqual([['cancelSteps.1', 'order']]))
  test('never cost less later', () =>
    expect(wrong(step(1, '20:00', 0), step(0, '07:00', 900))).toEqual([
      ['cancelSteps.1', 'falling'],
    ]))
})
