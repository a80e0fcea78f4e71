import { noticeMessage } from '../../../miniprogram/domain/message'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf, timeOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { callOf, reachFamilies } from './reach-families'
import { tellFamilies } from './tell-families'

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
    const key = `notice_${hash(openid, attempt)}`
    const templateId = site?.templates['notice']
    const missed = await tellFamilies(context, { key, message, templateId }, reach)
    return accept({
      households: households.length,
      sent: households.length - missed.length,
      byCall: missed.map(callOf),
    })
  },
}
