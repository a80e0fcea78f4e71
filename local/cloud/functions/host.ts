import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { CloudError } from '../cloud-error'
import { Instance, builtAt } from './instance'
import type { FunctionSpec } from './rc'
import { Turnstile } from './turnstile'

/** The service's limit on what goes into a function, in bytes. */
const MOST = 6 * 1024 * 1024
/** Calls that one function works on at once. */
const AT_ONCE = 64
export const ENV_ID = 'local'
export const APP_ID = 'wxlocal0000000000'

/** What the platform knows about a call, by its own names; the function reads it from `context.environment`. */
export type CallContext =
  | { source: 'person'; openid: string | undefined }
  | { source: 'timer'; trigger: string }
  | { source: 'function' }

export interface Call {
  id: string
  name: string
  useCase: string
  /** Database requests that it made. */
  requests: number
}

/** Runs the built functions, each in a warm process of its own. */
export class Host {
  /** Calls under way, by id: database requests are attributed to them. */
  readonly calls = new Map<string, Call>()
  private readonly instances = new Map<string, Instance>()
  private readonly turnstiles = new Map<string, Turnstile>()
  private readonly specs: Map<string, FunctionSpec>
  private readonly clock: Clock
  private readonly url: () => string

  constructor(specs: FunctionSpec[], clock: Clock, url: () => string) {
    this.specs = new Map(specs.map((spec) => [spec.name, spec]))
    this.clock = clock
    this.url = url
    clock.onChange((state) => {
      for (const instance of this.instances.values()) instance.setClock(state)
    })
  }

  spec(name: string): FunctionSpec | undefined {
    return this.specs.get(name)
  }

  /** The function's result as JSON text, and the call's own record. */
  async invoke(
    name: string,
    event: Record<string, unknown>,
    from: CallContext,
  ): Promise<[string, Call]> {
    const spec = this.specs.get(name)
    if (!spec || builtAt(spec) === 0)
      throw new CloudError(
        'FUNCTION_NOT_FOUND',
        `FunctionName parameter could not be found: ${name}`,
      )
    if (Buffer.byteLength(JSON.stringify(event)) > MOST)
      throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', 'the data of the call is larger than 6 MB')
    // A function that waits for another one must not wait in line behind callers of its own kind.
    if (from.source === 'function') return this.run(spec, event, from)
    return this.turnstile(name).pass(() => this.run(spec, event, from))
  }

  private async run(
    spec: FunctionSpec,
    event: Record<string, unknown>,
    from: CallContext,
  ): Promise<[string, Call]> {
    const call: Call = {
      id: randomUUID(),
      name: spec.name,
      useCase: useCaseOf(event),
      requests: 0,
    }
    this.calls.set(call.id, call)
    try {
      const context = contextOf(spec, call.id, from)
      return [await this.instance(spec).call(call.id, event, context), call]
    } finally {
      this.calls.delete(call.id)
    }
  }

  private turnstile(name: string): Turnstile {
    const known = this.turnstiles.get(name) ?? new Turnstile(AT_ONCE)
    this.turnstiles.set(name, known)
    return known
  }

  /** Ends the process of a function as a crash would; the next call starts a new one. */
  kill(name: string): boolean {
    const instance = this.instances.get(name)
    if (!instance?.fit) return false
    instance.kill()
    return true
  }

  close(): void {
    for (const instance of this.instances.values()) instance.kill()
  }

  private instance(spec: FunctionSpec): Instance {
    const warm = this.instances.get(spec.name)
    if (warm?.fit && warm.version === builtAt(spec)) return warm
    warm?.retire()
    const fresh = new Instance(spec, this.env(spec), this.clock.state())
    this.instances.set(spec.name, fresh)
    return fresh
  }

  private env(spec: FunctionSpec): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      TZ: 'UTC',
      ...spec.env,
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: ENV_ID,
      TCB_ENV: ENV_ID,
      TENCENTCLOUD_SECRETID: secretIdOf(spec.name),
      TENCENTCLOUD_SECRETKEY: 'local',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${this.url()}/admin` }),
    }
  }
}

/** Each function signs with its own id, so that a request tells whose it is. */
export const secretIdOf = (name: string): string => `local-${name}`

function useCaseOf(event: Record<string, unknown>): string {
  const name = event['useCase']
  return typeof name === 'string' && /^[\w-]{1,64}$/.test(name) ? name : ''
}

/** The context as the service gives it. `TRIGGER_SRC` is how the SDK itself recognises a timer. */
function contextOf(spec: FunctionSpec, id: string, from: CallContext): Record<string, unknown> {
  const environment: Record<string, string> = {
    TCB_ENV: ENV_ID,
    SCF_NAMESPACE: ENV_ID,
    TCB_SEQID: id,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
  }
  if (from.source === 'person') {
    environment['TCB_SOURCE'] = 'wx_client'
    if (from.openid !== undefined) {
      environment['WX_OPENID'] = from.openid
      environment['WX_APPID'] = APP_ID
      environment['WX_CONTEXT_KEYS'] = 'WX_OPENID,WX_APPID'
    }
  } else if (from.source === 'timer') {
    environment['TRIGGER_SRC'] = 'timer'
    environment['TCB_SOURCE'] = 'wx_trigger'
  } else environment['TCB_SOURCE'] = 'scf'
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: 256,
    time_limit_in_ms: spec.timeout,
    request_id: id,
    function_name: spec.name,
    function_version: '$LATEST',
    namespace: ENV_ID,
    environment: JSON.stringify(environment),
  }
}
