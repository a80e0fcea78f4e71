import type { Notice } from '../../../miniprogram/domain/notice'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { tellNotice } from '../usecases/tell-notice'
import { eachAlone } from './each-alone'

/** Notices looked at in one tick, and pages of families for each. */
const NOTICES_AT_ONCE = 10
const PAGES_AT_ONCE = 10

/** Notices whose moment has come, those that have families left, and those that were recalled half-way. */
export const tellNotices: Job = {
  name: 'tellNotices',
  async run(context) {
    const notices = await context.store.notices.due(context.now, NOTICES_AT_ONCE)
    return eachAlone(context, notices, (notice) => goOn(context, notice))
  },
}

async function goOn(context: Context, notice: Notice): Promise<number> {
  const { store } = context
  const { id, state, at } = notice
  if (state === 'recalled') {
    await store.messages.recall(id)
    await store.notices.done(id)
    return 0
  }
  if (state === 'planned' && (await store.notices.begin(id, at)) === 0) return 0
  return tellNotice(context, { ...notice, state: 'going' }, PAGES_AT_ONCE)
}
