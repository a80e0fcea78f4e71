import { CARER_LOAD, loadOf } from '../../miniprogram/domain/load'

const young = loadOf(23)
const old = loadOf(24)

test('one carer looks after five children under 24 months and not six', () => {
  expect(5 * young).toBeLessThanOrEqual(CARER_LOAD)
  expect(6 * young).toBeGreaterThan(CARER_LOAD)
})

test('one carer looks after seven children from 24 months and not eight', () => {
  expect(7 * old).toBeLessThanOrEqual(CARER_LOAD)
  expect(8 * old).toBeGreaterThan(CARER_LOAD)
})

test('a child of 23 months takes a fifth of a carer, of 24 months a seventh', () => {
  expect(young / CARER_LOAD).toBe(1 / 5)
  expect(old / CARER_LOAD).toBe(1 / 7)
})

test('whole numbers say the same as the shares of a carer, whatever the mixture', () => {
  const different: number[][] = []
  for (let carers = 1; carers <= 4; carers++)
    for (let younger = 0; younger <= 20; younger++)
      for (let older = 0; older <= 20; older++) {
        const enough = younger * young + older * old <= carers * CARER_LOAD
        const shares = 7 * younger + 5 * older <= 35 * carers
        // younger/5 + older/7 ≤ carers, without a fraction's rounding
        if (enough !== shares) different.push([carers, younger, older])
      }
  expect(different).toEqual([])
})
