import fc from 'fast-check'
import type { FinalBill } from '../../miniprogram/domain/final-bill'
import { agrees, followedDoor } from '../../miniprogram/domain/follow-door'
import { fen, sumOf } from '../../miniprogram/domain/money'
import { decideCorrection, decidePayment } from '../../miniprogram/domain/settle-bill'
import type { Result } from '../../miniprogram/domain/result'
import { aBill } from '../support/a-bill'
import { anInstant } from '../support/an-instant'

const at = anInstant('2026-11-25 11:30')
const value = (result: Result<FinalBill>): FinalBill => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const paid = (bill: FinalBill): FinalBill =>
  value(decidePayment(bill, { id: 'p1', how: 'cash', fen: bill.dueFen, by: '陈老师', at }))
const corrected = (bill: FinalBill, amount: number): FinalBill =>
  value(
    decideCorrection(bill, {
      why: 'correction',
      id: 'c1',
      reason: '老师晚开门',
      by: '何经理',
      at,
      fen: fen(amount),
    }),
  )

test('a bill that says what the door says stays the same object', () => {
  const bill = paid(aBill())
  expect(agrees(bill, aBill())).toBe(true)
  expect(followedDoor(bill, aBill(), at)).toBe(bill)
})

test('paid, and then the child had not gone home at all: the money is to be paid back until it does', () => {
  const back = followedDoor(paid(aBill()), undefined, at)
  expect(back).toMatchObject({ totalFen: 0, paidFen: 3000, dueFen: -3000, open: true, rev: 3 })
  expect(back.lines.at(-1)).toEqual({ why: 'door', fen: -3000 })
  expect(back).not.toHaveProperty('outAt')
  const home = followedDoor(back, aBill({}, '11:26'), at)
  expect(home).toMatchObject({ totalFen: 4000, paidFen: 3000, dueFen: 1000, open: true })
  expect(home.outAt).toBe(anInstant('2026-11-25 11:26'))
})

test('what staff put right stays, and no bill falls below nothing', () => {
  const cheaper = corrected(aBill(), -1000)
  const back = followedDoor(cheaper, undefined, at)
  expect(back.totalFen).toBe(0)
  expect(followedDoor(back, aBill(), at)).toMatchObject({ totalFen: 2000, dueFen: 2000 })
})

test('however often the door is put right, the sums are those of the lines', () => {
  const seen = fc.option(fc.constantFrom('11:05', '11:26', '11:48'), { nil: undefined })
  fc.assert(
    fc.property(fc.array(seen, { maxLength: 8 }), fc.constantFrom(0, -500), (acts, putRight) => {
      let bill = putRight === 0 ? paid(aBill()) : corrected(aBill(), putRight)
      for (const out of acts) {
        const fresh = out === undefined ? undefined : aBill({}, out)
        bill = followedDoor(bill, fresh, at)
        expect(bill.totalFen).toBe(sumOf(bill.lines.map((line) => line.fen)))
        expect(bill.totalFen).toBe(Math.max(0, (fresh?.totalFen ?? 0) + putRight))
        expect(followedDoor(bill, fresh, at)).toBe(bill)
      }
    }),
  )
})
