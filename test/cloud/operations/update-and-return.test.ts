import { _, openThings } from './open-things'

const at = openThings()

test('the document as it is afterwards, the first one only', async () => {
  await at.things.add([
    { _id: 'a', n: 1, colour: 'red' },
    { _id: 'b', n: 1, colour: 'red' },
  ])
  const answer = await at.things.where({ colour: 'red' }).updateAndReturn({ n: _.inc(1) })
  expect(answer.updated).toBe(1)
  expect(answer.doc).toMatchObject({ n: 2 })
  const { total } = await at.things.where({ n: 2 }).count()
  expect(total).toBe(1)
})

test('nothing where nothing matches', async () => {
  const answer = await at.things.where({ _id: 'nobody' }).updateAndReturn({ n: 1 })
  expect(answer).toMatchObject({ updated: 0, doc: null })
})

test('as part of a transaction', async () => {
  await at.things.doc('a').set({ n: 1 })
  const t = await at.db.startTransaction()
  const mine = t.collection('things').where({ _id: 'a' })
  expect((await mine.updateAndReturn({ n: _.inc(1) })).doc).toMatchObject({ n: 2 })
  await t.rollback()
  expect((await at.things.doc('a').get()).data[0].n).toBe(1)
})
