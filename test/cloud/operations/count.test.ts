import { _, openThings } from './open-things'

const at = openThings()

test('counts everything, what matches, and nothing', async () => {
  await at.things.add(Array.from({ length: 130 }, (_v, n) => ({ n })))
  expect((await at.things.count()).total).toBe(130)
  expect((await at.things.where({ n: _.gte(100) }).count()).total).toBe(30)
  expect((await at.things.where({ n: -1 }).count()).total).toBe(0)
})
