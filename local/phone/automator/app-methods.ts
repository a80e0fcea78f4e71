import type { MountedPage } from '../runtime/types'
import { isAsynchronous } from '../wx/asynchronous'
import { mocks } from '../wx/mocks'
import type { Methods, Params } from './methods'
import { nativeButtons } from './native-buttons'

type Function = (...args: unknown[]) => unknown

/** The app as functions of the client see it. */
export interface AppScope {
  wx: Record<string, unknown>
  getApp: () => unknown
  getCurrentPages: () => unknown[]
  stack: () => readonly MountedPage[]
  settled: () => Promise<void>
  /** Resolves when the first page is on screen. */
  launched: Promise<void>
  sdkVersion: string
  emit(method: string, params: unknown): void
}

const pageInfo = (page: MountedPage) => ({ pageId: page.id, path: page.path, query: page.query })

/** `App.*` and `Tool.*` of the protocol, as far as the page answers them itself. */
export function appMethods(scope: AppScope): Methods {
  /** A function of the client, in the scope that app code has. */
  const compile = (declaration: string): Function => {
    const names = ['wx', 'getApp', 'getCurrentPages']
    // oxlint-disable-next-line no-implied-eval -- the protocol sends functions as text
    const make = new Function(...names, `return (${declaration})`) as Function
    return make(scope.wx, scope.getApp, scope.getCurrentPages) as Function
  }
  const wxMethod = (params: Params): Function => {
    if (params['pluginId']) throw new Error('plugins are not built in the local phone')
    const method = scope.wx[params['method']]
    if (typeof method !== 'function')
      throw new Error(`wx.${String(params['method'])} is no function`)
    return method as Function
  }
  let logging = false
  const addLog = () => {
    if (logging) return
    logging = true
    for (const type of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      const print = console[type].bind(console)
      console[type] = (...args: unknown[]) => {
        print(...args)
        scope.emit('App.logAdded', { type, args: args.map(plain) })
      }
    }
  }

  return {
    'Tool.getInfo': () => ({ SDKVersion: scope.sdkVersion }),
    'Tool.native': ({ method, data }) => {
      const press = nativeButtons[method]
      if (!press) throw new Error(`native ${String(method)} is not built in the local phone`)
      return press(data)
    },
    'App.getPageStack': async () => {
      await scope.launched
      await scope.settled()
      return { pageStack: scope.stack().map(pageInfo) }
    },
    'App.getCurrentPage': async () => {
      await scope.launched
      await scope.settled()
      const page = scope.stack().at(-1)
      if (!page) throw new Error('no page is open yet')
      return pageInfo(page)
    },
    'App.callWxMethod': async (params) => {
      const result = await wxMethod(params)(...((params['args'] as unknown[]) ?? []))
      return { result: plain(result) }
    },
    'App.callFunction': async ({ functionDeclaration, args }) => {
      const result = await compile(functionDeclaration)(...((args as unknown[]) ?? []))
      return { result: plain(result) }
    },
    'App.mockWxMethod': (params) => {
      const name = String(params['method'])
      mocks.delete(name)
      if (!('result' in params) && !params['functionDeclaration']) return
      const origin = wxMethod(params)
      const extra = (params['args'] as unknown[]) ?? []
      const mock = params['functionDeclaration']
        ? compile(params['functionDeclaration'])
        : () => params['result'] as unknown
      const answer = (args: unknown[]) => mock.apply({ origin }, [...args, ...extra])
      mocks.set(name, isAsynchronous(origin) ? inCallbacks(answer) : (...args) => answer(args))
    },
    'App.addBinding': ({ name }) => {
      Reflect.set(window, name, (...args: unknown[]) =>
        scope.emit('App.bindingCalled', { name, args: args.map(plain) }),
      )
    },
    'App.enableLog': addLog,
  }
}

/** The mock of an asynchronous API answers through callbacks or a promise like the API itself. */
const inCallbacks =
  (answer: (args: unknown[]) => unknown) =>
  (...args: unknown[]): unknown => {
    const { success, complete, fail } = (args[0] ?? {}) as Record<string, Function | undefined>
    const settled = Promise.resolve().then(() => answer(args))
    if (!success && !fail && !complete) return settled
    void settled.then(success, fail).finally(complete)
    return undefined
  }

/** What JSON keeps of a value; errors as their text, functions and cycles as nothing. */
function plain(value: unknown): unknown {
  if (value instanceof Error) return Object.assign({ message: value.message }, value)
  try {
    return value === undefined ? null : (JSON.parse(JSON.stringify(value) ?? 'null') as unknown)
  } catch {
    return String(value)
  }
}
