import type { HouseholdId, NoticeId } from '../../../miniprogram/domain/ids'
import type { Notice } from '../../../miniprogram/domain/notice'
import type { MessageState } from '../../../miniprogram/domain/outbox'
import { accept } from '../../../miniprogram/domain/result'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { callOf } from './call-of'
import { noticeViewOf, sentNotice } from './notice-view'

/** Messages that were not for the eyes of anybody in WeChat, and those that were or may yet be. */
const NOT_REACHED: readonly MessageState[] = ['inbox', 'refused', 'failed', 'expired']
const REACHED: readonly MessageState[] = ['sent', 'sending', 'waiting', 'unknown']
/** Messages of which one page of the call list is made. */
const CALLS_FROM = 200

/** How far a notice has come, counted from its messages, and whom to ring. */
export const showNotice: UseCase<'showNotice', 'staff'> = {
  name: 'showNotice',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run(context, { siteId, noticeId, after = '' as const }) {
    const { store, now } = context
    const notice = await sentNotice(store, siteId, noticeId)
    const [site, counts, pending, { calls, next }] = await Promise.all([
      store.sites.get(siteId),
      countsOf(context, noticeId),
      store.messages.pendingOf(noticeId),
      callsOf(context, notice, after),
    ])
    return accept({
      now,
      groups: site ? [...site.groups] : [],
      notice: noticeViewOf(notice),
      counts,
      pending,
      calls,
      ...(next === undefined ? {} : { next }),
    })
  },
}

async function countsOf({ store }: Context, id: NoticeId) {
  const count = (state: MessageState) => store.messages.countOf(id, state)
  const [sent, waiting, sending, inbox, refused, failed, unknown, expired, recalled] =
    await Promise.all(
      (
        [
          'sent',
          'waiting',
          'sending',
          'inbox',
          'refused',
          'failed',
          'unknown',
          'expired',
          'recalled',
        ] as const
      ).map(count),
    )
  return {
    sent: sent ?? 0,
    waiting: (waiting ?? 0) + (sending ?? 0),
    inbox: inbox ?? 0,
    refused: refused ?? 0,
    failed: failed ?? 0,
    unknown: unknown ?? 0,
    expired: expired ?? 0,
    recalled: recalled ?? 0,
  }
}

/** Families of whom no guardian got it in WeChat, in the order of their ids. */
async function callsOf({ store }: Context, notice: Notice, after: HouseholdId | '') {
  const { id, called = {} } = notice
  const missed = await store.messages.ofNotice(id, NOT_REACHED, after, CALLS_FROM)
  const ids = [...new Set(missed.flatMap(({ householdId }) => householdId ?? []))]
  const last = ids.at(-1)
  if (last === undefined) return { calls: [], next: undefined }
  const reached = await store.messages.ofFamilies(id, REACHED, ids)
  const got = new Set(reached.map(({ householdId }) => householdId))
  const households = await store.households.many(ids.filter((each) => !got.has(each)))
  const calls = households.sort(byId).map((household) => {
    const call = called[household.id]
    return { ...callOf(household), ...(call ? { calledBy: call.by } : {}) }
  })
  return { calls, next: missed.length === CALLS_FROM ? last : undefined }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
