import { FaultError } from '../../../miniprogram/domain/fault'
import type { Context } from '../kernel/context'

/**
 * Works through the items and sums up what each did. A defect of one is logged and keeps no other from its turn; when
 * the service itself is in the way, all of them wait for the next tick.
 */
export async function eachAlone<Item>(
  { log, requestId }: Context,
  items: readonly Item[],
  work: (item: Item) => Promise<number>,
): Promise<number> {
  let done = 0
  for (const item of items) {
    try {
      done += await work(item)
    } catch (error) {
      if (error instanceof FaultError) throw error
      log({ requestId, defect: String(error), stack: error instanceof Error ? error.stack : '' })
    }
  }
  return done
}
