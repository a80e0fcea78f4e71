import { totalsOf } from '../../miniprogram/domain/bill-totals'
import type { ChildId, HouseholdId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import { aBill, billAt } from '../support/a-bill'

const missed = billAt('2026-11-26 00:00', {})
const other = { householdId: 'k' as HouseholdId, childId: 'k-1' as ChildId }

test('a month is families, visits, hours, money and what was saved against the market', () => {
  const paid = aBill({ ...other, paidFen: fen(3000), dueFen: fen(0) })
  expect(totalsOf([aBill({}, '11:30'), paid, ...(missed ? [missed] : [])])).toEqual({
    households: 2,
    children: 2,
    visits: 2,
    late: 1,
    missed: 1,
    cancelled: 0,
    minutes: 240,
    totalFen: 3000 + 1000 + 3000 + 500,
    paidFen: 3000,
    dueFen: 1000 + 3000 + 500,
    marketFen: 24_000,
    savedFen: 24_000 - 6000,
  })
})

test('an empty month is nothing', () =>
  expect(totalsOf([])).toMatchObject({ households: 0, visits: 0, totalFen: 0, savedFen: 0 }))
