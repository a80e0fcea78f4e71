import { _, idsOf, openThings } from './open-things'

const at = openThings()

test('an indexed query finds what a scan would, after every change', async () => {
  await at.things.add([{ _id: 'a', colour: 'red' }, { _id: 'b', colour: 'red' }, { _id: 'c' }])
  expect(await idsOf(at.things, { colour: 'red' })).toEqual(['a', 'b'])
  await at.things.doc('a').update({ colour: 'blue' })
  await at.things.doc('b').remove()
  expect(await idsOf(at.things, { colour: 'red' })).toEqual([])
  expect(await idsOf(at.things, { colour: 'blue' })).toEqual(['a'])
  expect(await idsOf(at.things, { colour: null })).toEqual(['c'])
  expect(await idsOf(at.things, { colour: _.in(['blue', 'red', null]) })).toEqual(['a', 'c'])
})

test('an indexed list is found by its items and as a whole', async () => {
  await at.things.add([
    { _id: 'a', tags: ['x', 'y'] },
    { _id: 'b', tags: 'x' },
    { _id: 'c', tags: [['x']] },
  ])
  expect(await idsOf(at.things, { tags: 'x' })).toEqual(['a', 'b'])
  expect(await idsOf(at.things, { tags: ['x', 'y'] })).toEqual(['a'])
  await at.things.doc('a').update({ tags: _.pull('x') })
  expect(await idsOf(at.things, { tags: 'x' })).toEqual(['b'])
})

test('an index of two fields serves the first alone and both', async () => {
  const people = at.db.collection('people')
  await people.add([
    { _id: 'a', site: 's', phone: '1' },
    { _id: 'b', site: 's', phone: '2' },
    { _id: 'c', site: 't', phone: '1' },
  ])
  expect(await idsOf(people, { site: 's' })).toEqual(['a', 'b'])
  expect(await idsOf(people, { phone: '1', site: 's' })).toEqual(['a'])
  expect(await idsOf(people, { phone: '1' })).toEqual(['a', 'c'])
})

test('an indexed range finds what a scan would, whatever the numbers', async () => {
  const numbers = [-Infinity, -1.5, -1, 0, 0.25, 1, 2, 10, 1e21]
  await at.things.add([
    ...numbers.map((size, index) => ({ _id: `n${index}`, size })),
    { _id: 'text', size: '1' },
    { _id: 'none' },
  ])
  for (const bound of numbers) {
    const ids = (meets: (size: number) => boolean) =>
      numbers.flatMap((size, index) => (meets(size) ? [`n${index}`] : []))
    expect(await idsOf(at.things, { size: _.gte(bound) })).toEqual(ids((size) => size >= bound))
    expect(await idsOf(at.things, { size: _.gt(bound) })).toEqual(ids((size) => size > bound))
    expect(await idsOf(at.things, { size: _.lt(bound) })).toEqual(ids((size) => size < bound))
  }
  expect(await idsOf(at.things, { size: (_.gt(-1) as any).and(_.lte(1)) })).toEqual([
    'n3',
    'n4',
    'n5',
  ])
})

test('an indexed range of dates, and of lists whose items lie on both sides of it', async () => {
  const day = (date: string) => new Date(`${date}T00:00:00Z`)
  await at.things.add([
    { _id: 'old', size: day('1969-07-20') },
    { _id: 'new', size: day('2026-11-25') },
    { _id: 'list', size: [1, 100] },
  ])
  expect(await idsOf(at.things, { size: _.gte(day('2026-01-01')) })).toEqual(['new'])
  expect(await idsOf(at.things, { size: _.lt(day('2026-01-01')) })).toEqual(['old'])
  expect(await idsOf(at.things, { size: (_.gte(20) as any).and(_.lte(50)) })).toEqual(['list'])
})

test('page after page in the order of ids gives every match once, also ids that are no text', async () => {
  const ids = [
    ...Array.from({ length: 25 }, (_v, n) => `k${String(n).padStart(2, '0')}`),
    '中',
    'K',
  ]
  await at.things.add(
    ids.flatMap((_id, n) => [
      { _id, colour: 'red', even: n % 2 },
      { _id: `${_id}-other`, colour: 'blue' },
    ]),
  )
  const pages = async (where: object) => {
    const all: string[] = []
    for (;;) {
      const after = all.at(-1)
      const rest = after === undefined ? where : { ...where, _id: _.gt(after) }
      const { data } = await at.things.where(rest).orderBy('_id', 'asc').limit(4).get()
      all.push(...data.map(({ _id }: { _id: string }) => _id))
      if (data.length < 4) return all
    }
  }
  expect(await pages({ colour: 'red' })).toEqual(ids.toSorted())
  expect(await pages({ colour: 'red', even: 1 })).toEqual(ids.filter((_id, n) => n % 2).toSorted())
  await at.things.doc(5).set({ colour: 'red' })
  const { data } = await at.things.where({ colour: 'red' }).orderBy('_id', 'asc').limit(2).get()
  expect(data.map(({ _id }: { _id: unknown }) => _id)).toEqual([5, 'K'])
})
