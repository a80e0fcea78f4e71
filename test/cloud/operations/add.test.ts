import { codeOf } from '../start-cloud'
import { only, openThings } from './open-things'

const at = openThings()

test('a document comes back as it was added, with an id of its own', async () => {
  const doc = {
    n: 5,
    big: 1_764_000_000_123,
    half: 0.5,
    yes: true,
    at: new Date(1_764_000_000_123),
    list: [1, { a: null }],
    nested: { deep: { name: '小雨' } },
  }
  const { id } = (await at.things.add(doc)) as { id: string }
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(await only(at.things, id)).toEqual({ _id: id, ...doc })
})

test('an id may be given; what is undefined is left out', async () => {
  await at.things.add({ _id: 'a', n: undefined, m: 1 })
  expect(await only(at.things, 'a')).toEqual({ _id: 'a', m: 1 })
})

test('several at once have their ids in order', async () => {
  const { ids } = (await at.things.add([{ _id: 'a' }, { _id: 'b' }])) as { ids: string[] }
  expect(ids).toEqual(['a', 'b'])
})

test('a taken id is refused and nothing of the batch is stored', async () => {
  await at.things.add({ _id: 'a', n: 1 })
  const batch = [{ _id: 'b' }, { _id: 'a' }]
  expect(await codeOf(at.things.add(batch))).toBe('DATABASE_DUPLICATE_WRITE')
  expect((await at.things.count()).total).toBe(1)
})

test('a server date becomes a date, with its offset', async () => {
  const { db, things } = at
  await things.add({ _id: 'a', now: db.serverDate(), later: db.serverDate({ offset: 60_000 }) })
  const { now, later } = (await only(things, 'a')) as { now: Date; later: Date }
  expect(later.getTime() - now.getTime()).toBe(60_000)
})

test('a place comes back as the SDK made it', async () => {
  await at.things.add({ _id: 'a', place: new at.db.Geo.Point(114, 22) })
  expect(await only(at.things, 'a')).toMatchObject({ place: { longitude: 114, latitude: 22 } })
})
