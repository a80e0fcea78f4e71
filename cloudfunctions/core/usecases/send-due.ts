import { FaultError } from '../../../miniprogram/domain/fault'
import type { Context } from '../kernel/context'

/** Messages that leave at the same time, and how many are looked up at once. */
const SIDE_BY_SIDE = 8
const PAGE = 200

/** Sends what waits in line, at most so many. Whoever does the same beside it takes others. */
export async function sendDue(context: Context, most: number): Promise<number> {
  const { store, now } = context
  let sent = 0
  while (sent < most) {
    const page = await store.messages.due(now, Math.min(PAGE, most - sent))
    const had = await sendPage(context, page)
    sent += had
    // What others took meanwhile is theirs.
    if (page.length < PAGE || had === 0) break
  }
  return sent
}

type Due = Awaited<ReturnType<Context['store']['messages']['due']>>

async function sendPage({ notify, now, log, requestId }: Context, page: Due): Promise<number> {
  let had = 0
  for (let at = 0; at < page.length; at += SIDE_BY_SIDE) {
    const turns = page.slice(at, at + SIDE_BY_SIDE).map(async (message) => {
      try {
        return await notify.send(message, now)
      } catch (error) {
        // One message's defect keeps no other from its turn; a service in the way keeps all.
        if (error instanceof FaultError) throw error
        log({ requestId, message: message._id, defect: String(error) })
        return false
      }
    })
    had += (await Promise.all(turns)).filter(Boolean).length
  }
  return had
}
