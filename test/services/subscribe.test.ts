import type * as subscribe from '../../miniprogram/services/subscribe'

const TEMPLATES = { notice: 'tmpl-n', inside: 'tmpl-i', gone: 'tmpl-g', booked: 'tmpl-b' }

let asked: string[][]
let calls: { useCase: string; input: any }[]
let answers: Record<string, string>
let file: typeof subscribe

beforeEach(async () => {
  asked = []
  calls = []
  answers = {}
  const callFunction = async ({ data }: any) => {
    calls.push(data)
    const value = data.useCase === 'enterApp' ? { site: { templates: TEMPLATES } } : {}
    return { result: { ok: true, value } }
  }
  const requestSubscribeMessage = async ({ tmplIds }: { tmplIds: string[] }) => {
    asked.push(tmplIds)
    return answers
  }
  Object.assign(globalThis, { wx: { cloud: { callFunction }, requestSubscribeMessage } })
  jest.resetModules()
  const session = require('../../miniprogram/services/session')
  file = require('../../miniprogram/services/subscribe')
  await session.enter()
  calls.length = 0
})

test.each(['askFor', 'askAndRecord'] as const)(
  '%s shows WeChat’s dialog before it waits for anything',
  (name) => {
    void file[name](['notice'])
    expect(asked).toEqual([['tmpl-n']])
  },
)

test('three templates at most are asked at once, and none that the point does not have', () => {
  void file.askFor(['offer', 'notice', 'inside', 'gone', 'booked'])
  expect(asked).toEqual([['tmpl-n', 'tmpl-i', 'tmpl-g']])
})

test('what was accepted is for the call that takes it; a no and a ban are reported at once', async () => {
  answers = { 'tmpl-n': 'accept', 'tmpl-i': 'reject', 'tmpl-g': 'ban' }
  expect(await file.askFor(['notice', 'inside', 'gone'])).toEqual(['notice'])
  expect(calls).toMatchObject([
    { useCase: 'recordConsent', input: { accepted: [], refused: ['inside'], banned: ['gone'] } },
  ])
})

test('asking without such a call reports all of it, under one attempt', async () => {
  answers = { 'tmpl-n': 'accept', 'tmpl-i': 'filter' }
  expect(await file.askAndRecord(['notice', 'inside'])).toEqual(['notice'])
  expect(calls).toMatchObject([{ input: { accepted: ['notice'], refused: [], banned: [] } }])
  expect(calls[0]?.input.attempt).toMatch(/^[a-z0-9]{20}$/)
})

test('a phone that cannot ask has said nothing', async () => {
  Object.assign((globalThis as any).wx, {
    requestSubscribeMessage: () => Promise.reject(new Error('the main switch is off')),
  })
  expect(await file.askAndRecord(['notice'])).toEqual([])
  expect(calls).toEqual([])
})
