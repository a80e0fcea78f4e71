/** A failure as `wx` reports it: `errMsg` always begins with `<api>:fail`. */
export class WxFailure extends Error {
  errMsg: string
  readonly more: Record<string, unknown>

  constructor(message: string, more: Record<string, unknown> = {}) {
    super(message)
    this.errMsg = message
    this.more = more
  }
}

// oxlint-disable-next-line typescript/no-explicit-any -- options come from page code of any shape
export type Options = Record<string, any>

const asynchronousApis = new WeakSet<object>()

/** Whether an API answers later; the automator mocks such APIs differently. */
export const isAsynchronous = (api: object): boolean => asynchronousApis.has(api)

/**
 * Makes `run` into an API as WeChat has it: callbacks `success`, `fail`, `complete`, or, when none of
 * them is given, a promise. `run` starts at once, so that it still sees the tap that caused it.
 */
export function asynchronous(
  name: string,
  run: (options: Options) => unknown,
): (options?: Options) => Promise<unknown> | undefined {
  const api = (options: Options = {}) => {
    const settled = settle(name, () => run(options))
    const { success, fail, complete } = options
    if (!success && !fail && !complete) return settled
    void settled.then(success, fail).finally(complete)
    return undefined
  }
  asynchronousApis.add(api)
  return api
}

async function settle(name: string, run: () => unknown): Promise<unknown> {
  try {
    const result = await run()
    return { errMsg: `${name}:ok`, ...(typeof result === 'object' ? result : {}) }
  } catch (error) {
    const failure = error instanceof WxFailure ? error : new WxFailure(String(error))
    const text = error instanceof Error ? error.message : String(error)
    failure.message = text.startsWith(`${name}:fail`) ? text : `${name}:fail ${text}`
    failure.errMsg = failure.message
    throw Object.assign(failure, failure.more)
  }
}

/** Wraps every function of a family. */
export const allAsynchronous = (
  functions: Record<string, (options: Options) => unknown>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(functions).map(([name, run]) => [name, asynchronous(name, run)]),
  )
