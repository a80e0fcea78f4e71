import type { NoticeId } from '../../../miniprogram/domain/ids'
import { UNTOLD } from '../../../miniprogram/domain/notice'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** Keeps what is being written, each author's own. A notice that has gone stays as it went. */
export const saveDraft: UseCase<'saveDraft', 'staff'> = {
  name: 'saveDraft',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, now }, { siteId, noticeId, ...written }, { openid, person }) {
    const id = noticeId as NoticeId
    const draft = { ...written, at: now }
    if ((await store.notices.write(id, openid, draft)) === 1) return accept({ saved: true })
    const saved = await store.notices.add({
      ...draft,
      id,
      siteId,
      by: openid,
      byName: person.name,
      state: 'draft',
      ...UNTOLD,
    })
    return accept({ saved })
  },
}
