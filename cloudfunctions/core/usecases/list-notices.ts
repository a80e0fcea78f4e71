import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { noticeViewOf } from './notice-view'

const MOST = 50

/** The desk's own drafts and everybody's notices. */
export const listNotices: UseCase<'listNotices', 'staff'> = {
  name: 'listNotices',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run({ store, now }, { siteId }, { openid }) {
    const [site, drafts, notices] = await Promise.all([
      store.sites.get(siteId),
      store.notices.drafts(siteId, openid, MOST),
      store.notices.sent(siteId, MOST),
    ])
    return accept({
      now,
      groups: site ? [...site.groups] : [],
      drafts: drafts.map(noticeViewOf),
      notices: notices.map(noticeViewOf),
    })
  },
}
