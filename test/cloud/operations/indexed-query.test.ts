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
