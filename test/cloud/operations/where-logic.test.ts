import { _, idsOf, openThings } from './open-things'

const at = openThings()
const { eq, gt, lt, and, or, nor, not, expr } = _
beforeEach(() =>
  at.things.add([
    { _id: 'a', n: 1, m: 1, colour: 'red' },
    { _id: 'b', n: 2, m: 1, colour: 'blue' },
    { _id: 'c', n: 3, m: 5, colour: 'red' },
    { _id: 'd', colour: 'green' },
  ]),
)

test.each<[string, object, string]>([
  ['and, one after another', { n: gt(1).and(lt(3)) }, 'b'],
  ['and, around', { n: and(gt(1), lt(3)) }, 'b'],
  ['and, a list', { n: and([gt(1), lt(3)]) }, 'b'],
  ['and of whole filters', and([{ n: gt(1) }, { colour: 'red' }]), 'c'],
  ['or, one after another', { n: lt(2).or(gt(2)) }, 'ac'],
  ['or, around', { n: or(eq(1), eq(2)) }, 'ab'],
  ['or, a list', { n: or([eq(1), eq(3)]) }, 'ac'],
  ['or of whole filters', or([{ n: 1 }, { colour: 'blue' }]), 'ab'],
  ['or of whole filters, around', or({ n: 1 }, { colour: 'green' }), 'ad'],
  ['or within and', and([{ colour: 'red' }, or([{ n: 1 }, { n: 2 }])]), 'a'],
  ['nor', nor([{ n: 1 }, { colour: 'green' }]), 'bc'],
  ['nor of one field', { n: nor([eq(1), eq(2)]) }, 'cd'],
  ['not, and a missing field is not greater', { n: not(gt(1)) }, 'ad'],
  ['expr compares two fields', expr(_.aggregate.gt(['$m', '$n'])), 'c'],
])('%s', async (_name, filter, ids) => {
  expect(await idsOf(at.things, filter)).toEqual(Array.from(ids))
})
