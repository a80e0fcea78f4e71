import { CallError, call } from '../../miniprogram/services/call'

/** What WeChat answers, one after the other; an Error is a call that does not come through. */
type Answer = { ok: boolean; value?: unknown; detail?: { code: string } } | Error

let sent: unknown[]

/** Stands for `wx.cloud`, the one thing that `call` talks to. */
function wechatAnswers(...answers: Answer[]): void {
  sent = []
  const callFunction = (request: unknown): Promise<unknown> => {
    sent.push(request)
    const answer = answers.shift()
    if (answer instanceof Error) return Promise.reject(answer)
    return Promise.resolve({ result: { requestId: 'r1', ...answer } })
  }
  Object.assign(globalThis, { wx: { cloud: { callFunction } } })
}

const lost = (errCode?: number) => Object.assign(new Error('request:fail'), { errCode })
const busy = { ok: false, detail: { code: 'busy' } }
const fine = { ok: true, value: { credits: {} } }

async function ended(): Promise<unknown> {
  const end = call('recordConsent', { accepted: ['booked'] }).catch((error: unknown) => error)
  await jest.runAllTimersAsync()
  return end
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('a call says which use case, and its answer is the value', async () => {
  wechatAnswers(fine)
  expect(await ended()).toEqual({ credits: {} })
  expect(sent).toEqual([
    { name: 'api', data: { useCase: 'recordConsent', input: { accepted: ['booked'] } } },
  ])
})

test('a lost reply and a busy point are asked again with the same input', async () => {
  wechatAnswers(lost(-1), busy, fine)
  expect(await ended()).toEqual({ credits: {} })
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map((each) => JSON.stringify(each))).size).toBe(1)
})

test('three lost replies are no network', async () => {
  wechatAnswers(lost(-1), lost(), lost(-1))
  const error = await ended()
  expect(error).toBeInstanceOf(CallError)
  expect(error).toMatchObject({ detail: { code: 'offline' }, requestId: '' })
  expect(sent).toHaveLength(3)
})

test('a refusal is final, and keeps what the page needs to show it', async () => {
  wechatAnswers({ ok: false, detail: { code: 'papers_first' } })
  expect(await ended()).toMatchObject({ detail: { code: 'papers_first' }, requestId: 'r1' })
  expect(sent).toHaveLength(1)
})

test('a function that broke is a defect, not a network', async () => {
  wechatAnswers(lost(-504002))
  expect(await ended()).toMatchObject({ detail: { code: 'defect' } })
  expect(sent).toHaveLength(1)
})
