import type { NoticeId } from '../../../miniprogram/domain/ids'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** Throws away a draft of one's own. */
export const dropDraft: UseCase<'dropDraft', 'staff'> = {
  name: 'dropDraft',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store }, { noticeId }, { openid }) {
    return accept({ dropped: (await store.notices.removeDraft(noticeId as NoticeId, openid)) > 0 })
  },
}
