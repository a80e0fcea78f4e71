import {
  decideFile,
  keptUntilFrom,
  mayKeep,
  tellUnansweredOn,
  type FileFacts,
} from '../../miniprogram/domain/farewell'
import type { Farewell } from '../../miniprogram/domain/household'
import type { ChildId } from '../../miniprogram/domain/ids'
import { addDays, localDate, type LocalDate } from '../../miniprogram/domain/time'
import { anInstant } from '../support/an-instant'

const TODAY = localDate('2026-11-25')
const child = (id: string, birthDate: string) => ({
  id: id as ChildId,
  name: id,
  birthDate: localDate(birthDate),
  allergies: '',
})
const facts = (
  more: Partial<FileFacts> & { children?: FileFacts['household']['children'] },
): FileFacts => {
  const { children = [child('little', '2025-03-01')], household, ...rest } = more
  return {
    household: { children, ...household },
    today: TODAY,
    lastSeen: localDate('2026-11-01'),
    oldestMonths: 36,
    isBusy: false,
    ...rest,
  }
}
const big = child('big', '2023-06-01')
const told = (more: Partial<Farewell>): Farewell => ({
  why: 'grown',
  childIds: [big.id],
  whole: true,
  on: TODAY,
  ...more,
})
/** Nobody has come for half a year. */
const quiet = { lastSeen: localDate('2026-05-01') }

describe('A family’s file', () => {
  test('of a child who comes is only looked at again, half a year later at the latest', () => {
    expect(decideFile(facts({}))).toEqual({ act: 'keep', reviewOn: addDays(TODAY, 180) })
  })

  test('of a child that is too old is told of two weeks before it goes, with the family', () => {
    expect(decideFile(facts({ children: [big], ...quiet }))).toEqual({
      act: 'tell',
      farewell: told({ on: addDays(TODAY, 14) }),
    })
  })

  test('goes on the day that was told, and not a day before', () => {
    const on = (today: LocalDate) =>
      decideFile(
        facts({
          children: [big],
          ...quiet,
          today,
          household: { children: [big], farewell: told({ on: addDays(TODAY, 14) }) },
        }),
      ).act
    expect(on(addDays(TODAY, 13))).toBe('keep')
    expect(on(addDays(TODAY, 14))).toBe('erase')
    // A timer that was late for a month does the same.
    expect(on(addDays(TODAY, 44))).toBe('erase')
  })

  test('of siblings loses the older one alone', () => {
    const children = [child('little', '2025-03-01'), big]
    expect(decideFile(facts({ children, ...quiet }))).toMatchObject({
      act: 'tell',
      farewell: { why: 'grown', childIds: ['big'], whole: false },
    })
  })

  test('of an older child that still comes to stories stays for ninety days after each', () => {
    const decided = decideFile(facts({ children: [big] }))
    expect(decided).toMatchObject({ act: 'keep', reviewOn: addDays(localDate('2026-11-01'), 76) })
  })

  test('of a family that has not come for a year goes whole', () => {
    expect(decideFile(facts({ lastSeen: localDate('2025-12-01') }))).toMatchObject({
      act: 'tell',
      farewell: { why: 'away', whole: true, on: addDays(TODAY, 14) },
    })
  })

  test('whose guardian leaves a new notice unanswered for sixty days goes, whatever was asked', () => {
    const unansweredSince = localDate('2026-10-01')
    const household = { children: [], keptUntil: localDate('2027-11-01') }
    const decided = decideFile(facts({ unansweredSince, household }))
    expect(decided).toMatchObject({ act: 'tell', farewell: { why: 'unanswered' } })
    expect(mayKeep(told({ why: 'unanswered' }))).toBe(false)
    expect(tellUnansweredOn(unansweredSince)).toBe('2026-11-16')
  })

  test('stays as long as a visit is to come or a bill to be paid', () => {
    const household = { children: [big], farewell: told({}) }
    const decided = decideFile(facts({ children: [big], ...quiet, household, isBusy: true }))
    expect(decided).toEqual({ act: 'keep', farewell: told({}), reviewOn: addDays(TODAY, 7) })
  })

  test('that was told of and then used again is not told of any more', () => {
    const household = { children: [big], farewell: told({ on: TODAY }) }
    const decided = decideFile(facts({ children: [big], household }))
    expect(decided).toMatchObject({ act: 'keep' })
    expect(decided).not.toHaveProperty('farewell')
  })

  test('that a guardian keeps for longer is told of a year later', () => {
    const keptUntil = keptUntilFrom(anInstant('2026-11-25 10:00'))
    expect(keptUntil).toBe('2027-11-25')
    const household = { children: [big], keptUntil }
    const year = { ...quiet, today: addDays(keptUntil, -14) }
    expect(decideFile(facts({ children: [big], ...quiet, household })).act).toBe('keep')
    expect(decideFile(facts({ children: [big], ...year, household })).act).toBe('tell')
  })
})
