import { Cron } from 'croner'
import type { Clock } from '../clock'
import type { Engine } from '../engine/engine'
import type { Host } from '../functions/host'
import type { FunctionSpec } from '../functions/rc'

interface Timer {
  name: string
  of: string
  cron: Cron
}

/** Minutes that the service's cron runs ahead of UTC. */
const UTC_PLUS_8 = 480
/** Milliseconds after which a long wait is looked at again. */
const LONGEST_WAIT = 60_000

/**
 * Fires the triggers of the functions on the cloud's clock. What fell due while the clock jumped fires once; what fell due
 * while the cloud was stopped does not fire; no due time fires twice, restart or not.
 */
export class Timers {
  private readonly timers: Timer[]
  private readonly host: Host
  private readonly clock: Clock
  private readonly engine: Engine
  private checked: number
  private waiting: NodeJS.Timeout | undefined
  private closed = false
  private quiet = false

  constructor(specs: FunctionSpec[], host: Host, clock: Clock, engine: Engine) {
    this.host = host
    this.clock = clock
    this.engine = engine
    this.timers = specs.flatMap((spec) =>
      spec.triggers.map(({ name, cron }) => ({
        name,
        of: spec.name,
        cron: new Cron(cron, { paused: true, utcOffset: UTC_PLUS_8 }),
      })),
    )
    this.checked = clock.now()
    clock.onChange(() => this.check())
    this.wait()
  }

  list(): { name: string; function: string; next: string | null }[] {
    return this.timers.map(({ name, of, cron }) => ({
      name,
      function: of,
      next: cron.nextRun(new Date(this.clock.now()))?.toISOString() ?? null,
    }))
  }

  /** Fires a trigger now, by its name or its function's, and gives the function's result; undefined when there is none. */
  async fire(name: string): Promise<string | undefined> {
    const timer = this.timers.find((t) => t.name === name) ?? this.timers.find((t) => t.of === name)
    return timer && (await this.invoke(timer, this.clock.now()))
  }

  /** Changes the clock without firing what falls due by it. */
  quietly(change: () => void): void {
    this.quiet = true
    change()
    this.quiet = false
  }

  close(): void {
    this.closed = true
    clearTimeout(this.waiting)
  }

  private check(): void {
    const now = this.clock.now()
    for (const timer of this.quiet ? [] : this.timers) {
      const due = timer.cron.nextRun(new Date(this.checked))?.getTime()
      const key = `timer:${timer.of}/${timer.name}`
      // A clock that was set back starts anew: then earlier due times count again.
      if (now < this.checked) this.engine.putSetting(key, 0)
      else if (due !== undefined && due <= now && due > Number(this.engine.setting(key) ?? 0)) {
        this.engine.putSetting(key, now)
        // The function's own output tells what went wrong.
        this.invoke(timer, due).catch(() => {})
      }
    }
    this.checked = now
    this.wait()
  }

  private wait(): void {
    clearTimeout(this.waiting)
    if (this.closed || !this.clock.state().running) return
    // From the look before: a due time that passes between that look and now must not be taken for one of tomorrow.
    const since = new Date(this.checked)
    const next = this.timers.map(({ cron }) => cron.nextRun(since)?.getTime() ?? Infinity)
    const wait = Math.min(LONGEST_WAIT, Math.min(...next) - this.clock.now())
    this.waiting = setTimeout(() => this.check(), Math.max(1, wait))
    this.waiting.unref()
  }

  private async invoke(timer: Timer, due: number): Promise<string> {
    const event = {
      Type: 'Timer',
      TriggerName: timer.name,
      Time: new Date(due).toISOString(),
      Message: '',
    }
    const [text] = await this.host.invoke(timer.of, event, { source: 'timer', trigger: timer.name })
    return text
  }
}
