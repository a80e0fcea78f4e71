import { mostIn } from '../../miniprogram/domain/group-limit'
import { placesOf } from '../../miniprogram/domain/places'
import { excessOf } from '../../miniprogram/domain/excess'
import { replanDay } from '../../miniprogram/domain/replan-day'
import { aDay, MONDAY } from '../support/a-day'
import { BIG, LITTLE } from '../support/a-site'
import { anInstant } from '../support/an-instant'
import { localTime } from '../../miniprogram/domain/time'
import { slotKeyOf } from '../../miniprogram/domain/span'

const NINE = slotKeyOf(localTime('09:00'))
const now = anInstant('2026-09-06 10:00')

test('a site’s own ratio counts where it is stricter than the cap', () => {
  expect(mostIn({ cap: 18 }, 2)).toBe(18)
  expect(mostIn({ cap: 18, mostPerCarer: 6 }, 2)).toBe(12)
  expect(mostIn({ cap: 10, mostPerCarer: 6 }, 2)).toBe(10)
})

test('one to six leaves twelve places with two carers, where the standard leaves fourteen', () => {
  const strict = { ...BIG, mostPerCarer: 6 }
  const day = aDay({ site: { groups: [LITTLE, strict] } })
  const slot = day.slots[NINE]
  if (!slot) throw new Error('no nine o’clock')
  expect(placesOf(aDay(), slot, BIG.id, 5, now)).toEqual({ free: 14, limit: 'carers' })
  expect(placesOf(day, slot, BIG.id, 5, now)).toEqual({ free: 12, limit: 'carers' })
})

test('other tranches are for days none of whose places are open yet', () => {
  const half = [
    { daysBefore: 3, at: localTime('20:00'), percent: 50 },
    { daysBefore: 1, at: localTime('20:00'), percent: 50 },
  ]
  const day = aDay({ date: MONDAY, site: { release: half } })
  const fresh = aDay({ date: MONDAY, site: { weekMinutes: 600 } })
  const before = replanDay(day, fresh, anInstant('2026-09-04 19:59'))
  expect(before.release).toBeUndefined()
  expect(before.weekMinutes).toBe(600)
  expect(replanDay(day, fresh, anInstant('2026-09-04 20:00')).release).toEqual(day.release)
  // A day that was open whole stays so.
  expect(replanDay(fresh, day, now).release).toBeUndefined()
  expect(excessOf(day, now)).toEqual([])
})
