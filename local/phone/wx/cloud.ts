import { asynchronous, WxFailure, type Options } from './asynchronous'
import type { Family, Phone } from './family'
import { cloudFiles } from './cloud-files'
import { post } from './post'
import { tellShell } from './shell-link'

interface Reply {
  result?: unknown
  requestID?: string
  errCode?: number
  errMsg?: string
}

const callFunction = async (phone: Phone, o: Options) => {
  const started = performance.now()
  const useCase = (o['data'] as { useCase?: string } | undefined)?.useCase
  const done = (ok: boolean, note = '', requests?: number) =>
    tellShell(phone, {
      kind: 'call',
      name: String(o['name']),
      ...(useCase ? { useCase } : {}),
      ms: Math.round((performance.now() - started) * 10) / 10,
      ok,
      note,
      ...(requests === undefined ? {} : { requests }),
    })
  try {
    const reply = await post(phone, '/cloud/call', { name: o['name'], data: o['data'] ?? {} })
    const body = (await reply.json()) as Reply
    if (!('result' in body)) {
      throw new WxFailure(body.errMsg ?? `status ${reply.status}`, { errCode: body.errCode ?? -1 })
    }
    const counted = reply.headers.get('x-local-database-requests')
    const note = (body.result as { code?: string } | null)?.code
    done(true, note, counted === null ? undefined : Number(counted))
    return { result: body.result, requestID: body.requestID ?? '' }
  } catch (error) {
    done(false, error instanceof Error ? error.message : String(error))
    throw error
  }
}

/** `wx.cloud`: functions and files; the database is for functions only. */
export const cloud: Family = (phone) => {
  const built: Record<string, unknown> = {
    init: () => {},
    callFunction: asynchronous('cloud.callFunction', (o) => callFunction(phone, o)),
    ...cloudFiles(phone),
  }
  return {
    cloud: new Proxy(built, {
      get(target, name) {
        if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown
        throw new Error(`wx.cloud.${name} is not built in the local phone`)
      },
    }),
  }
}
