import { aheadOf, isWaiting, offerUntil } from '../../miniprogram/domain/wait'
import { MONDAY } from '../support/a-day'
import { aWait } from '../support/a-reservation'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

describe('an offer', () => {
  test('stands ten minutes', () =>
    expect(offerUntil(anInstant('2026-09-06 12:00'))).toBe(anInstant('2026-09-06 12:10')))

  test('wakes nobody: one made at night stands until people are up', () => {
    expect(offerUntil(anInstant('2026-09-06 21:59'))).toBe(anInstant('2026-09-06 22:09'))
    expect(offerUntil(anInstant('2026-09-06 22:00'))).toBe(anInstant('2026-09-07 07:10'))
    expect(offerUntil(anInstant('2026-09-07 06:59'))).toBe(anInstant('2026-09-07 07:10'))
    expect(offerUntil(anInstant('2026-09-07 07:00'))).toBe(anInstant('2026-09-07 07:10'))
  })
})

describe('a family waits', () => {
  const wait = aWait({ within: '9:00-12:00', minutes: 120 })
  test('while the last span of its within can still begin', () => {
    expect(isWaiting(wait, MONDAY, anInstant('2026-09-07 09:59'))).toBe(true)
    expect(isWaiting(wait, MONDAY, anInstant('2026-09-07 10:00'))).toBe(false)
  })

  test('not any more once it has an offer', () => {
    const offer = { ids: [], span: aSpan('9:00-11:00'), until: anInstant('2026-09-06 12:10') }
    expect(isWaiting({ ...wait, offer }, MONDAY, anInstant('2026-09-06 12:00'))).toBe(false)
  })
})

test('before a family stand those who asked earlier for hours that overlap, in the same group', () => {
  const at = (family: string, hour: string, within: string) =>
    aWait({ family, within, askedAt: anInstant(`2026-09-05 ${hour}`) })
  const mine = at('mine', '12:00', '9:00-12:00')
  const early = at('early', '08:00', '10:00-12:00')
  const late = at('late', '13:00', '9:00-12:00')
  const apart = at('apart', '08:00', '14:00-16:00')
  const [place] = mine.places
  const little = aWait({
    family: 'little',
    askedAt: early.askedAt,
    places: place ? [{ ...place, groupId: 'little' as typeof place.groupId }] : [],
  })
  const when = { date: MONDAY, now: anInstant('2026-09-06 12:00') }
  const waits = [mine, early, late, apart, little]
  expect(aheadOf(mine, waits, when)).toBe(1)
  expect(aheadOf(early, waits, when)).toBe(0)
  expect(aheadOf(late, waits, when)).toBe(2)
})
