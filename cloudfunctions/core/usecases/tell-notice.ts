import { noticeMessage } from '../../../miniprogram/domain/message'
import type { Notice } from '../../../miniprogram/domain/notice'
import { dueOf, placeInLine } from '../../../miniprogram/domain/outbox'
import type { Site } from '../../../miniprogram/domain/site'
import { dateOf, timeOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { StoredMessage } from '../store/messages'
import { askedOf, audiencePage, type AudiencePage } from './audience-page'

/**
 * Puts a notice that goes out into the inboxes of its families, and in line where WeChat reaches them: page after page,
 * at most so many. What a crash or somebody else left undone goes on where it stopped; nobody is told twice.
 * @returns how many pages it took.
 */
export async function tellNotice(
  context: Context,
  notice: Notice,
  mostPages: number,
): Promise<number> {
  const { store } = context
  const site = await store.sites.get(notice.siteId)
  if (!site) return 0
  const asked = await askedOf(context, site, notice.audience)
  let after = notice.after
  for (let pages = 1; ; pages++) {
    const page = await audiencePage(context, asked, after)
    await store.messages.addAll(messagesOf(context, notice, page, site))
    const { reach, next, last } = page
    const step = {
      after: last,
      families: reach.households,
      byMessage: reach.byMessage.length,
      isLast: next === undefined,
    }
    const isOurs = await store.notices.advance(notice.id, after, step)
    if (!isOurs || next === undefined || pages >= mostPages) return pages
    after = next
  }
}

/** One for each guardian who is meant; only those who still allow a message stand in line for it. */
function messagesOf(
  { now, hash }: Context,
  { id, title, text, at, urgent = false }: Notice,
  { reach, credits }: AudiencePage,
  { templates, quiet }: Site,
): (readonly [key: string, message: StoredMessage])[] {
  const message = noticeMessage({ title, text, urgent }, dateOf(at), timeOf(at))
  const templateId = templates['notice']
  const due = placeInLine(dueOf(message, now, quiet), urgent)
  return [...reach.byMessage, ...reach.byCall].flatMap(({ id: householdId, guardians }) =>
    guardians.map(({ openid }) => {
      const told = { ...message, openid, at: now, read: false, noticeId: id, householdId }
      const allows = (credits[openid] ?? 0) > 0
      const stored: StoredMessage =
        templateId && allows
          ? { ...told, state: 'waiting', templateId, due }
          : { ...told, state: 'inbox' }
      return [`notice_${id}_${hash(openid)}`, stored] as const
    }),
  )
}
