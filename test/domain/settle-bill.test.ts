import fc from 'fast-check'
import type { Correction, FinalBill, Payment } from '../../miniprogram/domain/final-bill'
import { fen, sumOf } from '../../miniprogram/domain/money'
import type { Result } from '../../miniprogram/domain/result'
import {
  FORGIVEN,
  decideCorrection,
  decideForgiveness,
  decidePayment,
  decideRevocation,
} from '../../miniprogram/domain/settle-bill'
import { aBill, billAt } from '../support/a-bill'
import { anInstant } from '../support/an-instant'

const at = anInstant('2026-11-25 11:10')
const payment = (amount: number, id = 'p1'): Payment => ({
  id,
  how: 'cash',
  fen: fen(amount),
  by: '陈老师',
  at,
})
const correction = (amount: number, id = 'c1'): Correction => ({
  why: 'correction',
  id,
  reason: '老师晚开门',
  by: '何经理',
  at,
  fen: fen(amount),
})
const value = (result: Result<FinalBill>): FinalBill => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('what is due is paid, once', () => {
  const paid = value(decidePayment(aBill(), payment(3000)))
  expect(paid).toMatchObject({ paidFen: 3000, dueFen: 0, open: false, rev: 2 })
  expect(value(decidePayment(paid, payment(3000)))).toBe(paid)
  expect(decidePayment(paid, payment(3000, 'p2'))).toEqual({
    ok: false,
    refusal: { code: 'bill_settled' },
  })
})

test('a sum other than the one that is due is refused with the one that is', () =>
  expect(decidePayment(aBill(), payment(2700))).toEqual({
    ok: false,
    refusal: { code: 'bill_changed', dueFen: 3000 },
  }))

test('a correction is a line more, and nothing that stood before is gone', () => {
  const before = aBill()
  const corrected = value(decideCorrection(before, correction(-500)))
  expect(corrected.lines).toEqual([...before.lines, correction(-500)])
  expect(corrected).toMatchObject({ totalFen: 2500, dueFen: 2500 })
  expect(value(decideCorrection(corrected, correction(-500)))).toBe(corrected)
})

test('a correction after the payment is paid back', () => {
  const paid = value(decidePayment(aBill(), payment(3000)))
  const corrected = value(decideCorrection(paid, correction(-500)))
  expect(corrected).toMatchObject({ dueFen: -500, open: true })
  expect(value(decidePayment(corrected, payment(-500, 'p2')))).toMatchObject({
    paidFen: 2500,
    open: false,
  })
})

test('no correction takes more than there is', () =>
  expect(decideCorrection(aBill(), correction(-3001))).toEqual({
    ok: false,
    refusal: { code: 'correction_too_large', mostFen: 3000 },
  }))

test('a payment that never was is taken back with its reason, and no more than was paid', () => {
  const paid = value(decidePayment(aBill(), payment(3000)))
  const mistake = { id: 'r1', fen: fen(3000), reason: '记错了一家', by: '何经理', at }
  const back = value(decideRevocation(paid, mistake))
  expect(back).toMatchObject({ totalFen: 3000, paidFen: 0, dueFen: 3000, open: true })
  expect(back.payments).toMatchObject([{ fen: 3000 }, { fen: -3000, reason: '记错了一家' }])
  expect(value(decideRevocation(back, mistake))).toBe(back)
  expect(decideRevocation(back, { ...mistake, id: 'r2' })).toEqual({
    ok: false,
    refusal: { code: 'correction_too_large', mostFen: 0 },
  })
})

test('whatever is corrected and paid in any order, the sums are those of the lines', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2000, max: 2000 }), { maxLength: 12 }), (amounts) => {
      let bill = aBill()
      for (const [index, amount] of amounts.entries()) {
        const done =
          index % 3 === 2
            ? decidePayment(bill, payment(bill.dueFen, `p${index}`))
            : decideCorrection(bill, correction(amount, `c${index}`))
        if (done.ok) bill = done.value
      }
      expect(bill.totalFen).toBe(sumOf(bill.lines.map((line) => line.fen)))
      expect(bill.paidFen).toBe(sumOf(bill.payments.map((each) => each.fen)))
      expect(bill.dueFen).toBe(bill.totalFen - bill.paidFen)
      expect(bill.totalFen).toBeGreaterThanOrEqual(0)
      expect(bill.open).toBe(bill.dueFen !== 0)
    }),
  ))

describe('A day that was appealed and taken back', () => {
  const mark = { id: 'f1', by: '陈老师', at }
  const missed = billAt('2026-11-25 12:00', { state: 'missed', cancelFen: 500 }) as FinalBill

  test('costs nothing any more, by a line that says why', () => {
    const after = decideForgiveness(missed, mark)
    expect(after.lines[1]).toMatchObject({ why: 'correction', reason: FORGIVEN, fen: -500 })
    expect(after).toMatchObject({ totalFen: 0, dueFen: 0, open: false })
    expect(decideForgiveness(after, mark)).toBe(after)
  })

  test('is paid back where it was paid, and never more than is left of it', () => {
    const paid = value(decidePayment(missed, payment(500)))
    expect(decideForgiveness(paid, mark)).toMatchObject({ dueFen: -500, open: true })
    const halved = value(decideCorrection(missed, correction(-300)))
    expect(decideForgiveness(halved, mark)).toMatchObject({ totalFen: 0 })
  })

  test('a bill of a child that came is left alone', () => {
    const came = aBill()
    expect(decideForgiveness(came, mark)).toBe(came)
  })
})
