import fc from 'fast-check'
import {
  covers,
  isOnGrid,
  overlaps,
  slotKeyOf,
  slotKeysOf,
  slotTimeOf,
  slotTimesOf,
  spanMinutes,
} from '../../miniprogram/domain/span'
import { timeAt } from '../../miniprogram/domain/time'
import { aSpan } from '../support/a-span'

const spans = fc
  .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from: timeAt(from * 30), to: timeAt(to * 30) }))

describe('two spans', () => {
  test.each([
    ['██····', '··██··', false, false, 'one ends as the other begins'],
    ['███···', '··██··', true, false, 'half an hour in common'],
    ['██████', '··██··', true, true, 'one inside the other'],
    ['··██··', '··██··', true, true, 'the same'],
    ['··██··', '██████', true, false, 'inside, seen from inside'],
    ['█·····', '····██', false, false, 'a gap between'],
  ])('%s  %s  overlap: %s, cover: %s, %s', (a, b, overlap, cover) => {
    expect(overlaps(aSpan(a), aSpan(b))).toBe(overlap)
    expect(covers(aSpan(a), aSpan(b))).toBe(cover)
  })

  test('overlap is mutual and means a half hour in common', () =>
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const common = slotKeysOf(a).filter((key) => slotKeysOf(b).includes(key))
        expect(overlaps(a, b)).toBe(common.length > 0)
        expect(overlaps(b, a)).toBe(overlaps(a, b))
      }),
    ))
})

describe('the half hours of a span', () => {
  test('nine to eleven are four, and eleven is not one of them', () =>
    expect(slotTimesOf(aSpan('9:00-11:00'))).toEqual(['09:00', '09:30', '10:00', '10:30']))

  test('a quarter past touches the half hour that it lies in', () =>
    expect(slotTimesOf(aSpan('9:15-10:15'))).toEqual(['09:00', '09:30', '10:00']))

  test('the last half hour of a day ends at 24:00', () =>
    expect(slotTimesOf(aSpan('23:00-24:00'))).toEqual(['23:00', '23:30']))

  test('a quarter to nine is off the grid', () => {
    expect(isOnGrid(aSpan('8:45-10:00'))).toBe(false)
    expect(isOnGrid(aSpan('9:00-10:15'))).toBe(false)
    expect(isOnGrid(aSpan('9:00-10:30'))).toBe(true)
  })

  test('they fill the span without gap, and a key reads back as its time', () =>
    fc.assert(
      fc.property(spans, (span) => {
        const times = slotTimesOf(span)
        expect(times.length * 30).toBe(spanMinutes(span))
        expect(times[0]).toBe(span.from)
        expect(times.map((time) => slotTimeOf(slotKeyOf(time)))).toEqual(times)
        expect(slotKeysOf(span).every((key) => /^\d{4}$/.test(key))).toBe(true)
      }),
    ))
})
