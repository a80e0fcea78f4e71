import type { Reservation } from '../../miniprogram/domain/day'
import { lateMinutesOf } from '../../miniprogram/domain/final-bill'
import type { SessionId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import { WEDNESDAY, aBill, billAt } from '../support/a-bill'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const linesOf = (bill: ReturnType<typeof billAt>) => bill?.lines.map((line) => [line.why, line.fen])

describe('the bill of a child who came', () => {
  test('is the quote when it was fetched in time, to the minute of grace', () => {
    expect(linesOf(aBill({}, '10:20'))).toEqual([['hours', 3000]])
    expect(linesOf(aBill({}, '11:10'))).toEqual([['hours', 3000]])
    expect(aBill()).toMatchObject({ totalFen: 3000, paidFen: 0, dueFen: 3000, open: true })
  })

  test('has a line more when it was fetched late', () => {
    expect(aBill({}, '11:26').lines).toEqual([
      expect.objectContaining({ why: 'hours' }),
      { why: 'late', minutes: 26, graceMinutes: 10, quarters: 2, quarterFen: 500, fen: 1000 },
    ])
  })

  test('of a class with its adult has no late line: nobody had to fetch it', () => {
    const session = {
      id: 'yucun_2026-11-25_31500' as SessionId,
      service: 'together',
      title: '颜色会唱歌',
      accompanied: true,
      shared: false,
    } as const
    const outAt = anInstant('2026-11-25 11:26')
    const inAt = anInstant('2026-11-25 09:00')
    const stay = { state: 'gone', inAt, outAt } as const
    expect(linesOf(billAt('2026-11-25 12:00', stay))).toHaveLength(2)
    expect(linesOf(billAt('2026-11-25 12:00', { ...stay, session }))).toEqual([['hours', 3000]])
  })

  test('is not made before the child is home', () => {
    expect(billAt('2026-11-25 23:59', { state: 'inside' })).toBeUndefined()
  })

  test('that nobody scanned out is made when the day is over, without a late line', () => {
    const bill = billAt('2026-11-26 00:00', {
      state: 'inside',
      inAt: anInstant('2026-11-25 09:00'),
    })
    expect(bill).toMatchObject({ outcome: 'came', totalFen: 3000, minutes: 120 })
    expect(bill).not.toHaveProperty('outAt')
  })
})

describe('the bill of a child whom the morning check sent home', () => {
  const sentHome = { lines: [], totalFen: fen(0), marketFen: fen(0) }
  const ill = (outAt: string) =>
    billAt('2026-11-25 12:00', {
      state: 'gone',
      span: aSpan('9:00-10:00'),
      sentHomeAt: anInstant('2026-11-25 09:20'),
      inAt: anInstant('2026-11-25 09:00'),
      outAt: anInstant(`2026-11-25 ${outAt}`),
      quote: { tariffVersion: '2026-09', minutes: 120, ...sentHome },
    })

  test('is nothing, also when the family could come late only', () => {
    for (const outAt of ['09:40', '11:30'])
      expect(ill(outAt)).toMatchObject({ totalFen: 0, minutes: 0, lines: [], open: false })
  })
})

test('half hours that an uncollected child kept are not billed; being late is', () => {
  const fetched = (kept: Partial<Reservation>) =>
    billAt('2026-11-25 13:00', {
      state: 'gone',
      inAt: anInstant('2026-11-25 09:00'),
      outAt: anInstant('2026-11-25 11:26'),
      ...kept,
    })
  expect(linesOf(fetched({ kept: ['1100', '1130'] as never }))).toEqual([
    ['hours', 3000],
    ['late', 1000],
  ])
  expect(fetched({ kept: ['1100', '1130'] as never })).toEqual(fetched({}))
})

describe('the bill of a child who did not come', () => {
  test('is what cancelling at last would have cost, once the day is over', () => {
    expect(billAt('2026-11-25 18:00', {})).toBeUndefined()
    const missed = billAt('2026-11-26 00:00', {})
    expect(missed).toMatchObject({ outcome: 'missed', totalFen: 500, minutes: 0, marketFen: 0 })
  })

  test('is the fee of a late cancellation, and nothing when cancelling was free', () => {
    const late = billAt('2026-11-25 08:00', { state: 'cancelled', cancelFen: 500 })
    expect(linesOf(late)).toEqual([['cancelled', 500]])
    expect(billAt('2026-11-25 08:00', { state: 'cancelled', cancelFen: 0 })).toBeUndefined()
  })
})

test('late minutes are whole ones, and none before the end', () => {
  const span = aSpan('9:00-11:00')
  const late = (time: string) => lateMinutesOf(WEDNESDAY, span, anInstant(`2026-11-25 ${time}`))
  expect(['10:40', '11:00', '11:17'].map(late)).toEqual([0, 0, 17])
  expect(lateMinutesOf(WEDNESDAY, span, undefined)).toBe(0)
})

test('a bill names its family and child by id only', () => {
  expect(Object.keys(aBill({ totalFen: fen(1) }))).not.toEqual(
    expect.arrayContaining(['name', 'phone', 'guardian']),
  )
})
