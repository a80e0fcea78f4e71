import { mayBeRecalled } from '../../../miniprogram/domain/notice'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { noticeViewOf, sentNotice } from './notice-view'

/**
 * First no further family is told, then what waits is taken back, also from inboxes where nobody has read it. What has
 * left stays. Should this call die in between, the timer goes on.
 */
export const recallNotice: UseCase<'recallNotice', 'staff'> = {
  name: 'recallNotice',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, now }, { siteId, noticeId }) {
    const notice = await sentNotice(store, siteId, noticeId)
    const pending = await store.messages.pendingOf(noticeId)
    // The same tap again goes on where it stopped.
    if (notice.state !== 'recalled' && !mayBeRecalled(notice, pending))
      return refuse({ code: 'notice_gone' })
    await store.notices.recall(noticeId, ['planned', 'going', 'gone'], now)
    const recalled = await store.messages.recall(noticeId)
    await store.notices.done(noticeId)
    return accept({ recalled, notice: noticeViewOf(await sentNotice(store, siteId, noticeId)) })
  },
}
