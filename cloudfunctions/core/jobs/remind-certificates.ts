import { noticeMessage } from '../../../miniprogram/domain/message'
import type { Site } from '../../../miniprogram/domain/site'
import { addDays, dateOf, localTime, timeOf } from '../../../miniprogram/domain/time'
import { EXPIRING_DAYS, volunteerStateOf } from '../../../miniprogram/domain/volunteer'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { tellPerson } from '../usecases/tell-person'
import { eachAlone } from './each-alone'

/** In the morning, and once a day. */
const FROM = localTime('09:00')

/** Thirty days before a health certificate ends its person hears of it, once for each certificate. */
export const remindCertificates: Job = {
  name: 'remindCertificates',
  async run(context) {
    if (timeOf(context.now) < FROM) return 0
    return eachAlone(context, await context.store.sites.all(), (site) => remind(context, site))
  },
}

async function remind(context: Context, site: Site): Promise<number> {
  const { store, now } = context
  const today = dateOf(now)
  const job = `certificates_${site.id}`
  if ((await store.jobs.doneTo(job)) === today) return 0
  const found = await store.volunteers.expiring(site.id, today, addDays(today, EXPIRING_DAYS))
  const expiring = found.filter((each) => volunteerStateOf(each, today) === 'expiring')
  for (const { id, openid, certificateUntil = today } of expiring) {
    const [, month, day] = certificateUntil.split('-').map(Number)
    const text = `${month}月${day}日到期，请换新后交给社区`
    const message = {
      ...noticeMessage({ title: '健康证快到期了', text }, today, timeOf(now)),
      page: 'packages/volunteers/volunteer-home/volunteer-home',
    }
    await tellPerson(context, site, openid, {
      key: `certificate_${id}_${certificateUntil}`,
      message,
    })
  }
  await store.jobs.done(job, today)
  return expiring.length
}
