import { codeOf } from '../start-cloud'
import { _, only, openThings } from './open-things'

const at = openThings()

test('makes the document when it is not there', async () => {
  const made = await at.things.doc('a').set({ x: 1, y: 1 })
  expect(made).toMatchObject({ updated: 0, upsertedId: 'a' })
})

test('replaces the whole document when it is', async () => {
  await at.things.doc('a').set({ x: 1, y: 1 })
  expect((await at.things.doc('a').set({ x: 2 })).updated).toBe(1)
  expect(await only(at.things, 'a')).toEqual({ _id: 'a', x: 2 })
})

test('an update command or another id in it is refused', async () => {
  expect(await codeOf(at.things.doc('a').set({ n: _.inc(1) }))).toBe('DATABASE_REQUEST_FAILED')
  expect(await codeOf(at.things.doc('a').set({ _id: 'b' }))).toBe('INVALID_PARAM')
  expect((await at.things.count()).total).toBe(0)
})
