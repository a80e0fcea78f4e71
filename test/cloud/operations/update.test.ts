import { codeOf } from '../start-cloud'
import { _, only, openThings } from './open-things'

const at = openThings()

test('merges an object, and _.set replaces it', async () => {
  const a = at.things.doc('a')
  await a.set({ plan: { x: 1, y: 2 } })
  await a.update({ plan: { y: 3, z: 4 } })
  expect(await only(at.things, 'a')).toEqual({ _id: 'a', plan: { x: 1, y: 3, z: 4 } })
  await a.update({ plan: _.set({ q: 9 }) })
  expect(await only(at.things, 'a')).toEqual({ _id: 'a', plan: { q: 9 } })
})

test('reaches into objects and lists by path', async () => {
  await at.things.doc('a').set({ list: [{ n: 1 }, { n: 2 }] })
  await at.things.doc('a').update({ 'list.1.n': 5, 'new.deep': _.inc(2) })
  expect(await only(at.things, 'a')).toEqual({
    _id: 'a',
    list: [{ n: 1 }, { n: 5 }],
    new: { deep: 2 },
  })
})

test('updated counts what changed, not what matched', async () => {
  await at.things.doc('a').set({ x: 1 })
  expect((await at.things.doc('a').update({ x: 1 })).updated).toBe(0)
  expect((await at.things.doc('nobody').update({ x: 1 })).updated).toBe(0)
  expect(await only(at.things, 'nobody')).toBeUndefined()
})

test('all that match, or only one', async () => {
  await at.things.add([{ n: 1 }, { n: 1 }, { n: 2 }])
  expect((await at.things.where({ n: 1 }).update({ m: 1 })).updated).toBe(2)
  const one = at.things.where({ n: 1 }).options({ multiple: false })
  expect((await one.update({ m: 2 })).updated).toBe(1)
})

test('a change that MongoDB refuses is refused, not ignored', async () => {
  const a = at.things.doc('a')
  const before = { word: 'x', nothing: null, n: 1, list: [1] }
  await a.set(before)
  for (const change of [
    { word: _.inc(1) },
    { nothing: _.mul(2) },
    { word: _.push(1) },
    { word: _.pull(1) },
    { 'nothing.below': 1 },
    { 'n.below': 1 },
    { 'list.word': 1 },
    { n: _.rename('list.0') },
    { old: _.rename('n'), n: _.inc(1) },
    { word: _.set({ $dollar: 1 }) },
  ])
    expect([change, await codeOf(a.update(change))]).toEqual([change, 'DATABASE_REQUEST_FAILED'])
  expect(await codeOf(a.update({}))).toBe('INVALID_PARAM')
  expect(await codeOf(a.update({ _id: 'b' }))).toBe('INVALID_PARAM')
  expect(await codeOf(at.things.update({ n: 1 }))).toBe('INVALID_PARAM')
  expect(await only(at.things, 'a')).toEqual({ _id: 'a', ...before })
})
