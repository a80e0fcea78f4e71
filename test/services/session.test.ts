import type * as session from '../../miniprogram/services/session'

let asked: number
let file: typeof session

beforeEach(() => {
  jest.useFakeTimers()
  asked = 0
  const callFunction = async () => ({ result: { ok: true, value: { now: ++asked } } })
  Object.assign(globalThis, { wx: { cloud: { callFunction } } })
  jest.resetModules()
  file = require('../../miniprogram/services/session') as typeof session
})
afterEach(() => jest.useRealTimers())

test('the first page takes what the launch asked for, the next one asks anew', async () => {
  file.enterAhead()
  expect(await file.arrive()).toEqual({ now: 1 })
  expect(await file.arrive()).toEqual({ now: 2 })
})

test('an answer of the launch that nobody took soon is old', async () => {
  file.enterAhead()
  await jest.advanceTimersByTimeAsync(3000)
  expect(await file.arrive()).toEqual({ now: 2 })
})

test('whoever changed something is never answered with what was before', async () => {
  file.enterAhead()
  expect(await file.enter()).toEqual({ now: 2 })
  expect(await file.arrive()).toEqual({ now: 3 })
})

test('a page that only needs the last answer waits for that of the launch', async () => {
  file.enterAhead()
  expect(await file.entered()).toEqual({ now: 1 })
  expect(asked).toBe(1)
})
