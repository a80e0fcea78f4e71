import { device } from '../router/device'
import type { Router } from '../router/router'
import { onReportedError } from '../runtime/report-error'
import type { PhoneEnv, Runtime } from '../runtime/types'
import { appMethods } from './app-methods'
import { elementMethods } from './element-methods'
import type { Methods, Params } from './methods'
import { pageMethods } from './page-methods'
import { createRegistry } from './registry'

interface Request {
  client: number
  id: string
  method: string
  params?: Params
}

/**
 * Joins this phone to the server's automation endpoint: answers the client's requests in the page and
 * tells what happens in it. Resolves when the phone can be driven.
 */
export function openBridge(parts: {
  runtime: Runtime
  router: Router
  wx: Record<string, unknown>
  env: PhoneEnv
}): Promise<void> {
  const { runtime, router, wx, env } = parts
  const address = `ws://${location.host}/automator-bridge?phone=${encodeURIComponent(env.openid)}`
  const socket = new WebSocket(address)
  const stack = () => router.stack
  const registry = createRegistry(stack)
  const emit = (method: string, params: unknown) =>
    socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify({ method, params }))
  const methods: Methods = {
    ...appMethods({
      wx,
      stack,
      settled: () => router.settled(),
      launched: new Promise((resolve) => router.onRoute(() => resolve())),
      emit,
      sdkVersion: device.sdkVersion,
      getApp: () => runtime.getApp(),
      getCurrentPages: () => stack().map((page) => page.instance),
    }),
    ...pageMethods(registry),
    ...elementMethods(registry),
  }
  const answer = async ({ client, id, method, params }: Request) => {
    try {
      const run = methods[method]
      if (!run) throw new Error(`${method} is not built in the local phone`)
      const result = (await run(params ?? {})) ?? {}
      socket.send(JSON.stringify({ client, id, result }))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      socket.send(JSON.stringify({ client, id, error: { message } }))
    }
  }
  socket.addEventListener('message', ({ data }) => void answer(JSON.parse(String(data)) as Request))
  onReportedError((error, text) => {
    const message = error instanceof Error ? error.message : String(error)
    emit('App.exceptionThrown', { exceptionDetails: { text: message }, message, stack: text })
  })
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(`cannot reach ${address}`)))
  })
}
