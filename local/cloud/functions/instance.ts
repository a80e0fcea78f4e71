import { fork, type ChildProcess } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ClockState } from '../clock'
import { CloudError } from '../cloud-error'
import type { FunctionSpec } from './rc'

const BOOTSTRAP = fileURLToPath(new URL('bootstrap.cjs', import.meta.url))
/** How long a process may be silent after a time-out before it is taken for hung. */
const PATIENCE = 1000

type FromChild =
  | { type: 'ready' | 'pong' }
  | { type: 'log'; level: string; call?: string; text: string }
  | { type: 'result'; id: string; text: string }
  | { type: 'failure' | 'crash'; id: string; message: string; stack?: string }

interface Pending {
  resolve: (text: string) => void
  reject: (error: CloudError) => void
  timer: NodeJS.Timeout | undefined
}

/** One warm process of one function, as it was built at `version`. */
export class Instance {
  readonly version: number
  private alive = true
  /** Late with a call and not yet heard from again. */
  private suspect = false
  private readonly child: ChildProcess
  private readonly pending = new Map<string, Pending>()
  private readonly spec: FunctionSpec
  /** The function is loaded: only now does the time of its calls run. */
  private ready = false
  private retired = false
  private hung: NodeJS.Timeout | undefined

  constructor(spec: FunctionSpec, env: Record<string, string>, clock: ClockState) {
    this.spec = spec
    this.version = builtAt(spec)
    this.child = fork(BOOTSTRAP, [], {
      env: { ...env, LOCAL_FUNCTION_FILE: join(spec.dir, 'index.js') },
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.setClock(clock)
    this.child.on('message', (message) => this.hear(message as FromChild))
    this.child.on('exit', (code, signal) => this.ended(signal ?? `code ${code}`))
    this.child.on('error', (error) => this.ended(error.message))
  }

  /** Fit for a new call; otherwise it goes to a new process. */
  get fit(): boolean {
    return this.alive && !this.suspect && !this.retired
  }

  /** The function's result as JSON text. */
  call(id: string, event: unknown, context: Record<string, unknown>): Promise<string> {
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject, timer: undefined })
      if (this.ready) this.startTimer(id)
      this.child.send({ type: 'call', id, event, context })
    })
  }

  setClock(state: ClockState): void {
    if (this.alive) this.child.send({ type: 'clock', state })
  }

  /** Takes no more calls; ends when those under way are done. */
  retire(): void {
    this.retired = true
    if (this.pending.size === 0) this.child.kill('SIGKILL')
  }

  kill(): void {
    this.suspect = true
    this.child.kill('SIGKILL')
  }

  private startTimer(id: string): void {
    const pending = this.pending.get(id)
    if (pending) pending.timer = setTimeout(() => this.late(id), this.spec.timeout)
  }

  private hear(message: FromChild): void {
    clearTimeout(this.hung)
    this.suspect = false
    if (message.type === 'log') return log(this.spec.name, message)
    if (message.type === 'ready') {
      this.ready = true
      for (const id of this.pending.keys()) this.startTimer(id)
    }
    if (message.type === 'result') this.settle(message.id)?.resolve(message.text)
    if (message.type === 'failure' || message.type === 'crash') {
      const pending = this.settle(message.id)
      const text = message.stack ?? message.message
      if (pending) log(this.spec.name, { level: 'error', call: message.id, text })
      pending?.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', message.message))
    }
    if (message.type === 'crash') this.retire()
    if (this.retired && this.pending.size === 0) this.child.kill('SIGKILL')
  }

  private settle(id: string): Pending | undefined {
    const pending = this.pending.get(id)
    clearTimeout(pending?.timer)
    this.pending.delete(id)
    return pending
  }

  private late(id: string): void {
    const seconds = this.spec.timeout / 1000
    this.settle(id)?.reject(
      new CloudError(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `Invoking task timed out after ${seconds} seconds`,
      ),
    )
    // One late call does not end the others; a process that cannot even answer is ended.
    this.suspect = true
    this.child.send({ type: 'ping' })
    clearTimeout(this.hung)
    this.hung = setTimeout(() => this.kill(), PATIENCE)
  }

  private ended(how: string): void {
    if (!this.alive) return
    this.alive = false
    clearTimeout(this.hung)
    for (const id of this.pending.keys())
      this.settle(id)?.reject(
        new CloudError('FUNCTIONS_EXECUTE_FAIL', `the process of ${this.spec.name} ended: ${how}`),
      )
  }
}

/** When the function was built, or 0 if it is not there. */
export function builtAt(spec: FunctionSpec): number {
  return statSync(join(spec.dir, 'index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function log(
  name: string,
  { level, call, text }: { level: string; call?: string; text: string },
): void {
  if (level === 'error' || process.env['DEBUG'])
    process.stderr.write(`[${name} ${call ?? '-'}] ${text}\n`)
}
