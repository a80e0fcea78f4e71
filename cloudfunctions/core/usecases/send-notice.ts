import type { Household } from '../../../miniprogram/domain/household'
import { noticeMessage, type Message } from '../../../miniprogram/domain/message'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf, timeOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { callOf, reachFamilies } from './reach-families'

/** How many families are told at the same time. */
const AT_ONCE = 8

/** The community's notice: into every family's inbox, and through WeChat where a guardian allowed it. */
export const sendNotice: UseCase<'sendNotice', 'staff'> = {
  name: 'sendNotice',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run(context, { siteId, attempt, title, text }, { openid }) {
    const { store, now, hash } = context
    const [{ households, reach }, site] = await Promise.all([
      reachFamilies(store, siteId),
      store.sites.get(siteId),
    ])
    if (households.length === 0) return refuse({ code: 'nobody_to_tell' })
    const message = noticeMessage({ title, text }, dateOf(now), timeOf(now))
    const notice = { id: hash(openid, attempt), message, templateId: site?.templates['notice'] }
    const byMessage = new Set(reach.byMessage.map(({ id }) => id))

    const missed: Household[] = []
    for (let at = 0; at < households.length; at += AT_ONCE) {
      const some = households.slice(at, at + AT_ONCE)
      const got = await Promise.all(
        some.map((household) =>
          tellFamily(context, household, notice, byMessage.has(household.id)),
        ),
      )
      missed.push(...some.filter((_, index) => !got[index]))
    }
    return accept({
      households: households.length,
      sent: households.length - missed.length,
      byCall: missed.map(callOf),
    })
  },
}

/** Whether WeChat took the message for one of the guardians at least. */
async function tellFamily(
  { notify, now, hash }: Context,
  { guardians }: Household,
  notice: { id: string; message: Message; templateId: string | undefined },
  byMessage: boolean,
): Promise<boolean> {
  const outcomes = await Promise.all(
    guardians.map(({ openid }) =>
      notify.tell({
        key: `notice_${notice.id}_${hash(openid)}`,
        openid,
        message: notice.message,
        ...(byMessage && notice.templateId ? { templateId: notice.templateId } : {}),
        at: now,
      }),
    ),
  )
  return outcomes.includes('sent')
}
