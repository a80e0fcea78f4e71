import { FaultError } from '../../../miniprogram/domain/fault'
import { quietUntil } from '../../../miniprogram/domain/outbox'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { askedOf, audiencePage } from './audience-page'
import { callOf } from './call-of'

/** Before sending: whom WeChat reaches, and who wants a call. No call reads more than some of the families. */
export const planNotice: UseCase<'planNotice', 'staff'> = {
  name: 'planNotice',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run(context, { siteId, audience, after = '' as const }) {
    const { store, now } = context
    const site = await store.sites.get(siteId)
    if (!site) throw new FaultError({ code: 'not_found' })
    const asked = await askedOf(context, site, audience)
    const { reach, next } = await audiencePage(context, asked, after)
    const quiet = quietUntil(now, site.quiet)
    return accept({
      households: reach.households,
      byMessage: reach.byMessage.length,
      byCall: reach.byCall.map(callOf),
      ...(next === undefined ? {} : { next }),
      ...(quiet === undefined ? {} : { quietUntil: quiet }),
    })
  },
}
