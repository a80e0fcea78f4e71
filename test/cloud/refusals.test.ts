import { codeOf, startCloud, type TestCloud } from './start-cloud'

// What a real environment would do, or would refuse with another code, is not asked of it.

let cloud: TestCloud
let things: ReturnType<TestCloud['db']['collection']>
beforeAll(async () => {
  cloud = await startCloud()
  things = cloud.db.collection('things')
  await things.add({ _id: 'a', n: 1, word: 'x', list: [1, 2], children: [{ age: 2 }] })
})
afterAll(() => cloud.stop())

/** A request as no SDK would send it. */
const wire = async (action: string, more: object): Promise<unknown> => {
  const params = { action: `database.${action}`, collectionName: 'things', ...more }
  return (await cloud.post('/admin', params))['code']
}
const stage = (stageKey: string, value: unknown): Promise<unknown> =>
  wire('aggregateDocuments', { stages: [{ stageKey, stageValue: JSON.stringify(value) }] })
const UNKNOWN = 'DATABASE_INVALID_OPERRATOR'
const WRONG = 'DATABASE_REQUEST_FAILED'

test.each([
  [{ $where: 'true' }, UNKNOWN],
  [{ $text: { $search: 'x' } }, UNKNOWN],
  [{ $comment: 'x' }, UNKNOWN],
  [{ $jsonSchema: {} }, UNKNOWN],
  [{ n: { $foo: 1 } }, UNKNOWN],
  [{ n: { $type: 'string' } }, UNKNOWN],
  [{ n: { $bitsAllSet: 1 } }, UNKNOWN],
  [{ place: { $nearSphere: { $geometry: {} } } }, UNKNOWN],
  [{ place: { $geoWithin: { $geometry: {} } } }, UNKNOWN],
  [{ place: { $geoIntersects: { $geometry: {} } } }, UNKNOWN],
  [{ $expr: { $function: { body: '1', args: [], lang: 'js' } } }, UNKNOWN],
  [{ $expr: { $rand: {} } }, UNKNOWN],
  [{ '__proto__.x': 1 }, UNKNOWN],
  [{ n: { $in: 3 } }, WRONG],
  [{ list: { $in: [[1, 2]] } }, WRONG],
  [{ list: { $all: 1 } }, WRONG],
  [{ list: { $size: '1' } }, WRONG],
  [{ list: { $size: -1 } }, WRONG],
  [{ list: { $elemMatch: 1 } }, WRONG],
  [{ n: { $mod: [0, 1] } }, WRONG],
  [{ n: { $mod: [2] } }, WRONG],
  [{ n: { $not: 1 } }, WRONG],
  [{ n: { $gt: null } }, WRONG],
  [{ n: { $gt: { x: 1 } } }, WRONG],
  [{ n: { $exists: 'yes' } }, WRONG],
  [{ $or: [] }, WRONG],
  [{ $and: { n: 1 } }, WRONG],
  [{ $nor: [1] }, WRONG],
  [{ word: { $regularExpression: { pattern: '(a)\\1', options: '' } } }, 'INVALID_PARAM'],
  [{ word: { $regularExpression: { pattern: 'a b', options: 'x' } } }, 'INVALID_PARAM'],
  [{ word: { $regularExpression: { pattern: '(', options: '' } } }, 'INVALID_PARAM'],
  [{ n: { $numberDecimal: '1' } }, UNKNOWN],
])('the filter %j is refused', async (filter, code) => {
  const query = JSON.stringify(filter)
  expect(await wire('getDocument', { query })).toBe(code)
  expect(await wire('calculateDocument', { query })).toBe(code)
  expect(await wire('removeDocument', { query, multi: true })).toBe(code)
  expect(await stage('$match', filter)).toBe(code)
})

test.each<[string, unknown]>([
  ['$out', 'days'],
  ['$merge', { into: 'days' }],
  ['$geoNear', { near: [0, 0], distanceField: 'x' }],
  ['$setWindowFields', { sortBy: { n: 1 }, output: { r: { $rank: {} } } }],
  ['$documents', [{ a: 1 }]],
  ['$foo', {}],
  ['$facet', { a: [{ $out: 'days' }] }],
  ['$lookup', { from: 'days', pipeline: [{ $out: 'things' }], as: 'x' }],
  ['$unionWith', { coll: 'days', pipeline: [{ $merge: 'things' }] }],
  ['$project', { x: { $foo: 1 } }],
  ['$project', { x: '$$nobody' }],
  ['$project', { n: 1, word: 0 }],
  ['$addFields', { x: { $indexOfBytes: ['小雨', '雨'] } }],
  ['$addFields', { x: { $range: [0, 1e9] } }],
  ['$match', { n: { $foo: 1 } }],
])('the stage %s %j is left out', async (name, value) => {
  expect(await stage(name, value)).toBe(UNKNOWN)
})

test.each<[string, unknown]>([
  ['$sample', { size: -1 }],
  ['$limit', 0],
  ['$limit', -1],
  ['$skip', -1],
  ['$sort', { n: 2 }],
  ['$sort', {}],
  ['$group', { _id: null, x: 1 }],
  ['$group', { _id: null, x: { $foo: 1 } }],
  ['$group', { _id: null, x: { $add: [1, 2] } }],
  ['$unwind', 'list'],
  ['$unwind', { path: '$list', other: 1 }],
  ['$lookup', { from: 'days', localField: '_id', foreignField: 'thing' }],
  ['$bucket', { groupBy: '$n', boundaries: [4, 0] }],
  ['$count', ''],
])('the stage %s does not take %j', async (name, value) => {
  expect(await stage(name, value)).toBe(WRONG)
})

test.each<[object, string]>([
  [{ $setOnInsert: { n: 2 } }, UNKNOWN],
  [{ $currentDate: { n: true } }, UNKNOWN],
  [{ $foo: { n: 2 } }, UNKNOWN],
  [{ $set: { '_id.x': 1 } }, WRONG],
  [{ $set: { 'x.__proto__.y': 1 } }, WRONG],
  [{ $set: { 'toString.x': 1 } }, WRONG],
  [{ $set: { 'list.4000000000': 1 } }, WRONG],
  [{ $set: { 'list.-1': 1 } }, WRONG],
  [{ $set: { 'list.$[x]': 1 } }, WRONG],
  [{ $set: { x: { $y: 1 } } }, WRONG],
  [{ $set: { n: 1 }, $inc: { n: 1 } }, WRONG],
  [{ $set: { 'a..b': 1 } }, WRONG],
  [{ $rename: { n: '' } }, WRONG],
  [{ $rename: { n: '_id' } }, WRONG],
  [{ $push: { list: { $each: [1], $sort: { a: 1, b: 1 } } } }, WRONG],
  [{ $push: { list: { $each: [1], $other: 1 } } }, WRONG],
  [{ $addToSet: { list: { $each: [1], $slice: 1 } } }, WRONG],
  [{ $pull: { list: { $foo: 1 } } }, UNKNOWN],
  [{ n: 2 }, 'INVALID_PARAM'],
])('the change %j is refused', async (change, code) => {
  const params = { query: '{"_id":"a"}', data: JSON.stringify(change), multi: true, merge: true }
  expect(await wire('modifyDocument', params)).toBe(code)
  expect((await things.doc('a').get()).data).toMatchObject([{ n: 1, list: [1, 2] }])
})

test.each<[string, object]>([
  ['insertDocument', {}],
  ['insertDocument', { data: [] }],
  ['insertDocument', { data: ['[1]'] }],
  ['insertDocument', { data: ['{"_id":null}'] }],
  ['insertDocument', { data: ['{"_id":[1]}'] }],
  ['insertDocument', { data: ['{"_id":{"$gt":""}}'] }],
  ['getDocument', { query: 5 }],
  ['getDocument', { query: { n: 1 } }],
  ['getDocument', { query: '[]' }],
  ['getDocument', { query: '{}', limit: -1 }],
  ['getDocument', { query: '{}', limit: 'all' }],
  ['getDocument', { query: '{}', offset: 0.5 }],
  ['getDocument', { query: '{}', order: '{"n":"up"}' }],
  ['modifyDocument', { data: '{"$set":{"n":2}}' }],
  ['modifyDocument', { query: '{"_id":"b"}', data: '{"$set":{"n":2}}', merge: true, upsert: true }],
  ['modifyDocument', { query: '{"_id":"b"}', data: '{"_id":"a"}', merge: false, upsert: true }],
  ['modifyDocument', { query: '{"n":7}', data: '{"n":2}', merge: false, upsert: true }],
  ['removeDocument', {}],
  ['aggregateDocuments', {}],
  ['aggregateDocuments', { stages: [null] }],
  ['aggregateDocuments', { stages: [], transactionId: 'x' }],
])('%s with %j is refused', async (action, params) => {
  expect(await wire(action, params)).toBe('INVALID_PARAM')
  expect((await things.count()).total).toBe(1)
})

test('what is not declared or not built says so', async () => {
  const code = 'DATABASE_COLLECTION_NOT_EXIST'
  expect(await codeOf(cloud.db.collection('undeclared').doc('a').get())).toBe(code)
  expect(await codeOf(cloud.db.collection('constructor').add({}))).toBe(code)
  const lookup = { from: 'undeclared', localField: 'a', foreignField: 'b', as: 'c' }
  expect(await codeOf(things.aggregate().lookup(lookup).end())).toBe(code)
  expect(await wire('addCollection', {})).toBe('INVALID_ACTION')
  expect(await wire('listIndexes', {})).toBe('INVALID_ACTION')
})
