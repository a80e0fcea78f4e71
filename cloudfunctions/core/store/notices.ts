import type { HouseholdId, NoticeId, SiteId } from '../../../miniprogram/domain/ids'
import type { Call, Notice, NoticeState } from '../../../miniprogram/domain/notice'
import type { Instant } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** How far a notice has come after some more of its families. */
export interface Step {
  readonly after: HouseholdId | ''
  readonly families: number
  readonly byMessage: number
  /** No family is left. */
  readonly isLast: boolean
}

/** A notice is one document, from draft to delivered. */
export function openNotices(db: Database) {
  const notices = new Collection<Notice>(db, 'notices')
  const _ = db.command

  return {
    get: (id: NoticeId): Promise<Notice | undefined> => notices.get(id),
    add: (notice: Notice): Promise<boolean> => notices.insert(notice.id, notice),

    drafts: (siteId: SiteId, by: string, limit: number): Promise<Notice[]> =>
      notices.find({ siteId, state: 'draft', by }, { orderBy: ['at', 'desc'], limit }),
    sent: (siteId: SiteId, limit: number): Promise<Notice[]> =>
      notices.find(
        { siteId, state: _.in(['planned', 'going', 'gone', 'recalled']) },
        { orderBy: ['at', 'desc'], limit, fields: { called: false } },
      ),
    /** Those that went out from `from` to before `to`. */
    during: (siteId: SiteId, from: Instant, to: Instant): Promise<Notice[]> =>
      notices.find(
        { siteId, state: _.in(['going', 'gone']), at: _.and(_.gte(from), _.lt(to)) },
        { fields: { families: true, byMessage: true } },
      ),
    due: (now: Instant, limit: number): Promise<Notice[]> =>
      notices.find({ due: _.lte(now) }, { orderBy: ['due', 'asc'], limit }),

    /** What its author writes, as long as it is a draft. */
    write: (
      id: NoticeId,
      by: string,
      written: Pick<Notice, 'title' | 'text' | 'audience' | 'at'> & Partial<Notice>,
    ): Promise<number> =>
      notices.change(
        { _id: id, by, state: 'draft' },
        {
          ...written,
          audience: _.set(written.audience),
        },
      ),
    removeDraft: (id: NoticeId, by: string): Promise<number> =>
      notices.remove({ _id: id, by, state: 'draft' }),

    /** It begins to go out, if it still waits for that. */
    begin: (id: NoticeId, at: Instant): Promise<number> =>
      notices.change({ _id: id, state: 'planned' }, { state: 'going', at }),

    /** Counts some more families, once: whoever did the same step meanwhile was first. */
    async advance(id: NoticeId, from: HouseholdId | '', step: Step): Promise<boolean> {
      const { after, families, byMessage, isLast } = step
      const changed = await notices.change(
        { _id: id, state: 'going', after: from },
        {
          after,
          families: _.inc(families),
          byMessage: _.inc(byMessage),
          ...(isLast ? { state: 'gone', due: _.remove() } : {}),
        },
      )
      return changed === 1
    },

    /** Nothing of it is planned any more; the timer takes back what waits should this call die now. */
    recall: (id: NoticeId, states: readonly NoticeState[], now: Instant): Promise<number> =>
      notices.change({ _id: id, state: _.in([...states]) }, { state: 'recalled', due: now }),
    done: (id: NoticeId): Promise<number> =>
      notices.change({ _id: id, state: 'recalled' }, { due: _.remove() }),

    call: (id: NoticeId, householdId: HouseholdId, call: Call | undefined): Promise<number> =>
      notices.change({ _id: id }, { [`called.${householdId}`]: call ? _.set(call) : _.remove() }),
  }
}
