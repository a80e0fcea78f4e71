import { startDatabase, type TestDatabase } from './start-database'

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await startDatabase()
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.post('/__local/reset'))

test('two hundred callers for nineteen places: nineteen get one', async () => {
  const _ = cloud.db.command
  const days = cloud.db.collection('days')
  await days
    .doc('d')
    .set({ planVersion: 1, half: { h9: { children: 0 } }, kids: {}, reservations: {} })
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_v, i) =>
      days
        .where({
          _id: 'd',
          planVersion: 1,
          'half.h9.children': _.lt(19),
          [`kids.k${i}`]: _.exists(false),
        })
        .update({
          'half.h9.children': _.inc(1),
          [`kids.k${i}`]: `r${i}`,
          [`reservations.r${i}`]: _.set({ state: 'booked', span: ['09:00', '11:00'] }),
        }),
    ),
  )
  expect(answers.filter((answer) => answer.updated === 1)).toHaveLength(19)
  const [day] = (await days.doc('d').get()).data as {
    half: { h9: { children: number } }
    kids: object
    reservations: object
  }[]
  expect(day!.half.h9.children).toBe(19)
  expect(Object.keys(day!.kids)).toHaveLength(19)
  expect(Object.values(day!.reservations)[0]).toEqual({ state: 'booked', span: ['09:00', '11:00'] })
})

test('one child from two phones at once is placed once', async () => {
  const days = cloud.db.collection('days')
  await days.doc('d').set({ kids: {} })
  const absent = { _id: 'd', 'kids.k1': cloud.db.command.exists(false) }
  const both = ['r1', 'r2'].map((id) => days.where(absent).update({ 'kids.k1': id }))
  const answers = await Promise.all(both)
  expect(answers.map((answer) => answer.updated).filter((updated) => updated === 1)).toHaveLength(1)
})
