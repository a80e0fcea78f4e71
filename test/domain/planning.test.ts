import { PLANNED_DAYS, daysAhead } from '../../miniprogram/domain/planning'
import { localDate } from '../../miniprogram/domain/time'

test('fourteen days are open, today the first, without a gap over the month’s end', () => {
  const days = daysAhead(localDate('2026-09-25'))
  expect(days).toHaveLength(PLANNED_DAYS)
  expect([days[0], days[5], days[6], days[13]]).toEqual([
    '2026-09-25',
    '2026-09-30',
    '2026-10-01',
    '2026-10-08',
  ])
})
