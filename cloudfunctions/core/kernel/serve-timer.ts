import { contextOf, type CloudContext, type Context } from './context'
import { log } from './log'
import { inOneRun } from './one-run'

/** Something that time brings about. Safe to run late, twice, or again after a crash. */
export interface Job {
  readonly name: string
  readonly run: (context: Context) => Promise<unknown>
}

/** A function that only timers call; a person who forges a timer's payload still has an openid. */
export function serveTimer(jobs: readonly Job[]) {
  return async (_event: unknown, cloudContext: CloudContext) => {
    const context = inOneRun(contextOf(cloudContext))
    if (context.caller.kind !== 'timer') return { ok: false, code: 'forbidden' }
    const done: Record<string, unknown> = {}
    for (const job of jobs) {
      try {
        done[job.name] = await job.run(context)
      } catch (error) {
        // One job's failure does not keep the others from their minute.
        log({ requestId: context.requestId, job: job.name, defect: String(error) })
        done[job.name] = 'failed'
      }
    }
    return { ok: true, done }
  }
}
