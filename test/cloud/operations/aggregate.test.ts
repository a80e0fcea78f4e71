import { $, _, openThings, type Collection } from './open-things'

const at = openThings()
type Aggregation = ReturnType<Collection['aggregate']>
beforeEach(() =>
  at.things.add([
    { _id: 'a', n: 1, colour: 'red', list: [1, 2], in: { x: 1 } },
    { _id: 'b', n: 2, colour: 'red', list: [] },
    { _id: 'c', n: 3, colour: 'blue' },
  ]),
)
const A = { _id: 'a', n: 1, colour: 'red', list: [1, 2], in: { x: 1 } }

test.each<[string, (from: Aggregation) => Aggregation, object[]]>([
  ['match', (from) => from.match({ n: _.gt(2) }), [{ _id: 'c', n: 3, colour: 'blue' }]],
  ['match a pattern', (from) => from.match({ colour: /^BL/i }).count('all'), [{ all: 1 }]],
  ['match later', (from) => from.skip(1).match({ colour: 'red' }).count('all'), [{ all: 1 }]],
  [
    'project',
    (from) => from.limit(1).project({ _id: 0, n: 1, twice: $.multiply(['$n', 2]) }),
    [{ n: 1, twice: 2 }],
  ],
  [
    'addFields',
    (from) => from.limit(1).addFields({ 'in.y': $.add(['$n', 5]) }),
    [{ ...A, in: { x: 1, y: 6 } }],
  ],
  ['sort, skip and limit', (from) => from.sort({ n: -1 }).skip(2).limit(1), [A]],
  ['count', (from) => from.count('all'), [{ all: 3 }]],
  [
    'group',
    (from) =>
      from
        .group({
          _id: '$colour',
          sum: $.sum('$n'),
          count: $.sum(1),
          avg: $.avg('$n'),
          first: $.first('$n'),
          last: $.last('$n'),
          most: $.max('$n'),
          least: $.min('$n'),
          all: $.push('$n'),
          set: $.addToSet('$colour'),
          spread: $.stdDevPop('$n'),
        })
        .sort({ _id: -1 })
        .limit(1),
    [
      {
        _id: 'red',
        sum: 3,
        count: 2,
        avg: 1.5,
        first: 1,
        last: 2,
        most: 2,
        least: 1,
        all: [1, 2],
        set: ['red'],
        spread: 0.5,
      },
    ],
  ],
  [
    'group of everything',
    (from) => from.group({ _id: null, sum: $.sum('$n') }),
    [{ _id: null, sum: 6 }],
  ],
  [
    'bucket',
    (from) => from.bucket({ groupBy: '$n', boundaries: [0, 2, 3], default: 'more' }),
    [
      { _id: 0, count: 1 },
      { _id: 2, count: 1 },
      { _id: 'more', count: 1 },
    ],
  ],
  [
    'bucketAuto',
    (from) => from.bucketAuto({ groupBy: '$n', buckets: 2 }),
    [
      { _id: { min: 1, max: 3 }, count: 2 },
      { _id: { min: 3, max: 3 }, count: 1 },
    ],
  ],
  ['replaceRoot', (from) => from.limit(1).replaceRoot({ newRoot: '$in' }), [{ x: 1 }]],
  [
    'sortByCount',
    (from) => from.sortByCount('$colour'),
    [
      { _id: 'red', count: 2 },
      { _id: 'blue', count: 1 },
    ],
  ],
  [
    'unwind',
    (from) => from.unwind('$list').project({ list: 1 }),
    [
      { _id: 'a', list: 1 },
      { _id: 'a', list: 2 },
    ],
  ],
  [
    'unwind with its options',
    (from) =>
      from
        .unwind({ path: '$list', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true })
        .project({ i: 1, list: 1 }),
    [
      { _id: 'a', list: 1, i: 0 },
      { _id: 'a', list: 2, i: 1 },
      { _id: 'b', i: null },
      { _id: 'c', i: null },
    ],
  ],
])('%s', async (_name, stages, wanted) => {
  expect((await stages(at.things.aggregate()).end()).data).toEqual(wanted)
})

test('sample draws no document twice', async () => {
  const drawn = (await at.things.aggregate().sample({ size: 9 }).end()).data as { _id: string }[]
  expect(drawn.map(({ _id }) => _id).sort()).toEqual(['a', 'b', 'c'])
  expect((await at.things.aggregate().sample({ size: 2 }).end()).data).toHaveLength(2)
})

test.each<[string, object, object[]]>([
  ['set', { $set: { list: 1, colour: 1, in: 1 } }, [{ _id: 'a', n: 1, colour: 1, list: 1, in: 1 }]],
  ['unset', { $unset: ['list', 'in'] }, [{ _id: 'a', n: 1, colour: 'red' }]],
  ['replaceWith', { $replaceWith: '$in' }, [{ x: 1 }]],
  [
    'facet',
    { $facet: { all: [{ $count: 'n' }], ids: [{ $project: { _id: 1 } }] } },
    [{ all: [{ n: 1 }], ids: [{ _id: 'a' }] }],
  ],
  ['unionWith', { $unionWith: 'days' }, [A]],
])('$%s, as a raw stage', async (_name, stage, wanted) => {
  const raw = at.things.options({ raw: true })
  const { data } = await raw.aggregate([{ $match: { _id: 'a' } }, stage] as never[]).end()
  expect(data).toEqual(wanted)
})
