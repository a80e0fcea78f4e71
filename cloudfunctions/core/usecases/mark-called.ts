import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { sentNotice } from './notice-view'

/** Somebody has told a family on the telephone, or has not after all. */
export const markCalled: UseCase<'markCalled', 'staff'> = {
  name: 'markCalled',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, now }, { siteId, noticeId, householdId, called }, { person }) {
    await sentNotice(store, siteId, noticeId)
    const call = called ? { by: person.name, at: now } : undefined
    await store.notices.call(noticeId, householdId, call)
    return accept(call ? { calledBy: call.by } : {})
  },
}
