import { $, _, openThings } from './open-things'

const at = openThings()
beforeEach(async () => {
  await at.things.add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
  ])
  await at.days.add([
    { _id: 'x', thing: 'a', n: 1 },
    { _id: 'y', thing: 'a', n: 5 },
    { _id: 'z', things: ['a', 'b'] },
  ])
})

test('by a field that equals', async () => {
  const { data } = await at.things
    .aggregate()
    .lookup({ from: 'days', localField: '_id', foreignField: 'thing', as: 'days' })
    .sort({ _id: 1 })
    .end()
  expect(data).toEqual([
    {
      _id: 'a',
      n: 1,
      days: [
        { _id: 'x', thing: 'a', n: 1 },
        { _id: 'y', thing: 'a', n: 5 },
      ],
    },
    { _id: 'b', n: 2, days: [] },
  ])
})

test('by the items of a list', async () => {
  const { data } = await at.days
    .aggregate()
    .match({ _id: 'z' })
    .lookup({ from: 'things', localField: 'things', foreignField: '_id', as: 'found' })
    .end()
  expect(data).toEqual([
    {
      _id: 'z',
      things: ['a', 'b'],
      found: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
      ],
    },
  ])
})

test('by a pipeline with variables', async () => {
  const pipeline = _.aggregate.pipeline() as ReturnType<typeof at.things.aggregate>
  const { and, eq, gt } = $
  const condition = and([eq(['$thing', '$$id']), gt(['$n', '$$least'])])
  const { data } = await at.things
    .aggregate()
    .lookup({
      from: 'days',
      let: { id: '$_id', least: '$n' },
      pipeline: pipeline.match(_.expr(condition)).project({ _id: 0, n: 1 }).done(),
      as: 'later',
    })
    .sort({ _id: 1 })
    .end()
  expect(data).toEqual([
    { _id: 'a', n: 1, later: [{ n: 5 }] },
    { _id: 'b', n: 2, later: [] },
  ])
})

test('from one collection to itself, link by link', async () => {
  await at.things.doc('c').set({ after: 'b' })
  await at.things.doc('b').update({ after: 'a' })
  const stage = {
    $graphLookup: {
      from: 'things',
      startWith: '$after',
      connectFromField: 'after',
      connectToField: '_id',
      as: 'before',
    },
  }
  const raw = at.things.options({ raw: true })
  const { data } = await raw.aggregate([{ $match: { _id: 'c' } }, stage] as never[]).end()
  const [{ before }] = data as [{ before: { _id: string }[] }]
  expect(before.map(({ _id }) => _id).sort()).toEqual(['a', 'b'])
})
