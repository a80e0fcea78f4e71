import { fen } from '../../miniprogram/domain/money'
import { hourFenOf, tariffOn } from '../../miniprogram/domain/tariff'
import { localDate, type Instant } from '../../miniprogram/domain/time'
import { aTariff } from '../support/a-tariff'

const autumn = aTariff({ version: 'autumn', from: localDate('2026-09-01') })
const winter = aTariff({ version: 'winter', from: localDate('2026-12-01') })
const on = (date: string, ...tariffs: (typeof autumn)[]) =>
  tariffOn(tariffs, localDate(date))?.version

test('a version holds from its date until the next one’s, in whatever order they are stored', () => {
  //  autumn ──────────────┤ winter ──────
  //  09-01          11-30 │ 12-01
  expect(on('2026-11-30', winter, autumn)).toBe('autumn')
  expect(on('2026-12-01', winter, autumn)).toBe('winter')
  expect(on('2026-08-31', winter, autumn)).toBeUndefined()
})

test('of two from the same date the one saved later counts', () => {
  const better = aTariff({ ...winter, version: 'winter-2', savedAt: 1 as Instant })
  expect(on('2026-12-24', better, winter, autumn)).toBe('winter-2')
})

test('care and each class have a price of an hour of their own', () => {
  const tariff = aTariff({ hourFen: fen(1500) })
  expect(hourFenOf(tariff, 'care')).toBe(1500)
  expect(hourFenOf(tariff, 'together')).toBe(2000)
})
