import { $, openThings } from './open-things'

const at = openThings()
const sdk = $ as Record<string, (operand: unknown) => unknown>
beforeEach(() =>
  at.things.doc('a').set({
    n: 4,
    half: 2.5,
    list: [1, 2],
    word: 'Hello-World',
    name: '小雨',
    in: { x: 1 },
    at: new Date('2026-11-25T16:05:06.007Z'),
  }),
)

const CASES: Record<string, [operand: unknown, wanted: unknown][]> = {
  abs: [[-1, 1]],
  add: [[['$n', 1], 5]],
  ceil: [['$half', 3]],
  divide: [[['$n', 2], 2]],
  exp: [[0, 1]],
  floor: [['$half', 2]],
  ln: [[1, 0]],
  log: [[[8, 2], 3]],
  log10: [[100, 2]],
  mod: [[['$n', 3], 1]],
  multiply: [[['$n', '$half'], 10]],
  pow: [[[2, 3], 8]],
  sqrt: [['$n', 2]],
  subtract: [
    [['$n', 1], 3],
    [['$at', 1000], new Date('2026-11-25T16:05:05.007Z')],
  ],
  trunc: [
    ['$half', 2],
    [[-2.55, 1], -2.5],
  ],
  arrayElemAt: [[['$list', -1], 2]],
  arrayToObject: [[[[['a', 1]]], { a: 1 }]],
  concatArrays: [
    [
      ['$list', [3]],
      [1, 2, 3],
    ],
  ],
  filter: [[{ input: '$list', as: 'i', cond: { $gt: ['$$i', 1] } }, [2]]],
  in: [[[2, '$list'], true]],
  indexOfArray: [[['$list', 2], 1]],
  isArray: [['$list', true]],
  map: [[{ input: '$list', as: 'i', in: { $add: ['$$i', 1] } }, [2, 3]]],
  range: [
    [
      [0, 6, 2],
      [0, 2, 4],
    ],
  ],
  reduce: [[{ input: '$list', initialValue: 1, in: { $add: ['$$value', '$$this'] } }, 4]],
  reverseArray: [['$list', [2, 1]]],
  size: [['$list', 2]],
  slice: [[['$list', 1], [1]]],
  zip: [
    [
      { inputs: ['$list', ['a', 'b']] },
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
  ],
  and: [[[true, '$n'], true]],
  not: [[[false], true]],
  or: [[[false, 0], false]],
  cmp: [[['$n', 5], -1]],
  eq: [[['$n', 4], true]],
  neq: [[['$n', 4], false]],
  gt: [[['$n', 4], false]],
  gte: [[['$n', 4], true]],
  lt: [[['$n', 4], false]],
  lte: [[['$n', 4], true]],
  cond: [[[{ $gt: ['$n', 3] }, 'more', 'less'], 'more']],
  ifNull: [[['$none', 7], 7]],
  // oxlint-disable-next-line unicorn/no-thenable -- MongoDB's own name
  switch: [[{ branches: [{ case: { $eq: ['$n', 4] }, then: 'four' }], default: 'other' }, 'four']],
  dateFromParts: [[{ year: 2026, month: 2, day: 1 }, new Date('2026-02-01T00:00:00Z')]],
  dateFromString: [[{ dateString: '2026-02-01T08:00:00+08:00' }, new Date('2026-02-01T00:00:00Z')]],
  dateToString: [
    [{ date: '$at', format: '%Y-%m-%d %H:%M:%S' }, '2026-11-25 16:05:06'],
    [{ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' }, '2026-11-26 00:05'],
  ],
  dayOfMonth: [
    ['$at', 25],
    [{ date: '$at', timezone: '+08:00' }, 26],
  ],
  dayOfWeek: [['$at', 4]],
  dayOfYear: [['$at', 329]],
  isoDayOfWeek: [['$at', 3]],
  isoWeek: [['$at', 48]],
  isoWeekYear: [['$at', 2026]],
  millisecond: [['$at', 7]],
  minute: [['$at', 5]],
  month: [['$at', 11]],
  second: [['$at', 6]],
  hour: [['$at', 16]],
  week: [['$at', 47]],
  year: [['$at', 2026]],
  literal: [['$n', '$n']],
  mergeObjects: [[['$in', { y: 2 }], { x: 1, y: 2 }]],
  objectToArray: [['$in', [{ k: 'x', v: 1 }]]],
  allElementsTrue: [[[[true, 1]], true]],
  anyElementTrue: [[[[false, 0]], false]],
  setDifference: [[['$list', [1]], [2]]],
  setEquals: [[['$list', [2, 1, 1]], true]],
  setIntersection: [[['$list', [2, 3]], [2]]],
  setIsSubset: [[[[1], '$list'], true]],
  setUnion: [
    [
      ['$list', [2, 3]],
      [1, 2, 3],
    ],
  ],
  concat: [[['$name', '妈妈'], '小雨妈妈']],
  split: [
    [
      ['$word', '-'],
      ['Hello', 'World'],
    ],
  ],
  strLenBytes: [['$name', 6]],
  strLenCP: [['$name', 2]],
  strcasecmp: [[['$word', 'hello-world'], 0]],
  substr: [[['$word', 0, 5], 'Hello']],
  substrBytes: [[['$name', 3, 3], '雨']],
  substrCP: [[['$name', 1, 1], '雨']],
  toLower: [['$word', 'hello-world']],
  toUpper: [['$word', 'HELLO-WORLD']],
  sum: [['$list', 3]],
  avg: [['$list', 1.5]],
  max: [['$list', 2]],
  min: [['$list', 1]],
  let: [[{ vars: { x: 1 }, in: { $add: ['$$x', '$n'] } }, 5]],
}

/** Not among the SDK's commands: written as MongoDB has them. */
const RAW: Record<string, [operand: unknown, wanted: unknown][]> = {
  round: [[['$half', 0], 2]],
  sortArray: [[{ input: '$list', sortBy: -1 }, [2, 1]]],
  dateAdd: [[{ startDate: '$at', unit: 'hour', amount: 8 }, new Date('2026-11-26T00:05:06.007Z')]],
  dateDiff: [[{ startDate: '$at', endDate: new Date('2026-11-27T00:00:00Z'), unit: 'day' }, 2]],
  regexMatch: [
    [{ input: '$word', regex: '^hello', options: 'i' }, true],
    [{ input: '$word', regex: /^hello/ }, false],
  ],
  replaceAll: [[{ input: '$word', find: 'l', replacement: 'L' }, 'HeLLo-WorLd']],
  ['toString' as string]: [['$n', '4']],
  trim: [[{ input: ' a ' }, 'a']],
}

test.each(Object.entries({ ...CASES, ...RAW }))('%s', async (name, cases) => {
  for (const [operand, wanted] of cases) {
    const { data } = await at.things
      .aggregate()
      .project({
        _id: 0,
        is: Object.hasOwn(CASES, name) ? sdk[name]!(operand) : { [`$${name}`]: operand },
      })
      .end()
    expect([operand, data]).toEqual([operand, [{ is: wanted }]])
  }
})
