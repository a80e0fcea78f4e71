import type { Api, Reply, UseCaseName } from '../../cloudfunctions/core/contract/api'
import type { Detail } from '../view/words'

/** What a call ends with when it does not end well. `requestId` is empty when no reply came. */
export class CallError extends Error {
  readonly detail: Detail
  readonly requestId: string

  constructor(detail: Detail, requestId: string) {
    super(detail.code)
    this.detail = detail
    this.requestId = requestId
  }
}

const RETRIES = 2
const PAUSE_MS = 300
/** WeChat's codes for a function that ran and broke: developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/error-code.html */
const BROKEN = new Set([-404011, -504002])

export function openCloud(): void {
  wx.cloud.init()
}

/**
 * Calls a use case. Input that must not act twice carries an attempt id, so a lost reply is
 * simply asked for again; so is `busy`.
 */
export async function call<Name extends UseCaseName>(
  useCase: Name,
  input: Api[Name]['input'],
): Promise<Api[Name]['output']> {
  for (let round = 1; ; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one round follows the other
    const answer = await ask(useCase, input)
    if (answer.ok) return answer.value
    const again = answer.detail.code === 'busy' || answer.detail.code === 'offline'
    if (!again || round > RETRIES) throw new CallError(answer.detail, answer.requestId)
    // oxlint-disable-next-line no-await-in-loop
    await pause(PAUSE_MS * round + Math.random() * PAUSE_MS)
  }
}

/** Puts a file of the phone into the cloud's storage and gives its id. */
export async function upload(cloudPath: string, filePath: string): Promise<string> {
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath })
    return fileID
  } catch {
    throw new CallError({ code: 'offline' }, '')
  }
}

type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly detail: Detail; readonly requestId: string }

async function ask<Name extends UseCaseName>(
  useCase: Name,
  input: Api[Name]['input'],
): Promise<Answer<Api[Name]['output']>> {
  try {
    const { result } = await wx.cloud.callFunction({ name: 'api', data: { useCase, input } })
    return result as unknown as Reply<Api[Name]['output']>
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    const broken = errCode !== undefined && BROKEN.has(errCode)
    return { ok: false, detail: { code: broken ? 'defect' : 'offline' }, requestId: '' }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
