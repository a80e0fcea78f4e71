import { codeOf } from '../start-cloud'
import { _, idsOf, openThings } from './open-things'

const at = openThings()
beforeEach(() => at.things.add([1, 2, 3].map((n) => ({ _id: `t${n}`, n }))))

test('what matches goes, the rest stays', async () => {
  expect((await at.things.where({ n: _.gt(1) }).remove()).deleted).toBe(2)
  expect(await idsOf(at.things, {})).toEqual(['t1'])
})

test('one document by its id, and nothing the second time', async () => {
  expect((await at.things.doc('t1').remove()).deleted).toBe(1)
  expect((await at.things.doc('t1').remove()).deleted).toBe(0)
})

test('one of several, when only one is asked for', async () => {
  expect((await at.things.where({}).options({ multiple: false }).remove()).deleted).toBe(1)
  expect((await at.things.count()).total).toBe(2)
})

test('"all" has to be said', async () => {
  expect(await codeOf(at.things.remove())).toBe('INVALID_PARAM')
  expect((await at.things.where({}).remove()).deleted).toBe(3)
})
