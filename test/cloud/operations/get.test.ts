import { only, openThings } from './open-things'

const at = openThings()
const numbers = async (count: number): Promise<void> => {
  await at.things.add(Array.from({ length: count }, (_v, n) => ({ _id: `n${n}`, n, odd: n % 2 })))
}
const nOf = (data: unknown): number[] => (data as { n: number }[]).map(({ n }) => n)

test('a missing document is an empty list', async () => {
  expect((await at.things.doc('nobody').get()).data).toEqual([])
})

test('ids may be numbers, and 5 is not "5"', async () => {
  await at.things.doc(5).set({ kind: 'number' })
  await at.things.doc('5').set({ kind: 'string' })
  expect(await only(at.things, 5)).toEqual({ _id: 5, kind: 'number' })
  expect(await only(at.things, '5')).toEqual({ _id: '5', kind: 'string' })
})

test('a hundred documents unless asked for more, and at most a thousand', async () => {
  await numbers(1100)
  expect((await at.things.get()).data).toHaveLength(100)
  expect((await at.things.limit(1000).get()).data).toHaveLength(1000)
  expect((await at.things.limit(1001).get()).data).toHaveLength(1000)
})

test('orderBy, skip and limit show a page', async () => {
  await numbers(10)
  const page = await at.things.orderBy('n', 'desc').skip(1).limit(2).get()
  expect(nOf(page.data)).toEqual([8, 7])
  const by = await at.things.orderBy('odd', 'asc').orderBy('n', 'desc').limit(7).get()
  expect(nOf(by.data)).toEqual([8, 6, 4, 2, 0, 9, 7])
})

test('by a nested field, by dates, and what has no such field first', async () => {
  await at.things.add([
    { _id: 'a', in: { at: new Date(2000) } },
    { _id: 'b', in: { at: new Date(1000) } },
    { _id: 'c' },
  ])
  const { data } = await at.things.orderBy('in.at', 'asc').get()
  expect(data.map(({ _id }: { _id: string }) => _id)).toEqual(['c', 'b', 'a'])
})
