import { setTitle } from '../../miniprogram/services/title'

let titles: string[]
const [room, family] = [{ is: 'room' }, { is: 'family' }]
const standsOn = (...stack: object[]) =>
  Object.assign(globalThis, {
    getCurrentPages: () => stack,
    wx: { setNavigationBarTitle: ({ title }: { title: string }) => titles.push(title) },
  })
beforeEach(() => (titles = []))

test('a page on top says what it is', () => {
  standsOn(family, room)
  setTitle(room, '现在 · 09:15')
  expect(titles).toEqual(['现在 · 09:15'])
})

test.each([
  ['another page is on top', [room, family]],
  ['it was left', [family]],
  ['the stack is being laid anew', []],
])('its late reply names no other page: %s', (_when, stack) => {
  standsOn(...stack)
  setTitle(room, '现在 · 09:15')
  expect(titles).toEqual([])
})
