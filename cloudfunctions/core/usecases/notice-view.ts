import { FaultError } from '../../../miniprogram/domain/fault'
import type { NoticeId, SiteId } from '../../../miniprogram/domain/ids'
import type { Notice } from '../../../miniprogram/domain/notice'
import type { NoticeView } from '../contract/notice-view'
import type { Store } from '../store/open-store'

export function noticeViewOf(notice: Notice): NoticeView {
  const { id, title, text, audience, state, at, byName, urgent, families, byMessage } = notice
  return {
    id,
    title,
    text,
    audience: { ...audience },
    state,
    at,
    byName,
    ...(urgent ? { urgent } : {}),
    families,
    byMessage,
  }
}

/** A notice of this site that is no draft; another one is like one that does not exist. */
export async function sentNotice(store: Store, siteId: SiteId, id: NoticeId): Promise<Notice> {
  const notice = await store.notices.get(id)
  if (!notice || notice.siteId !== siteId || notice.state === 'draft')
    throw new FaultError({ code: 'not_found' })
  return notice
}
