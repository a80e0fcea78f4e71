import { FaultError } from '../../../miniprogram/domain/fault'
import { noticeMessage } from '../../../miniprogram/domain/message'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf, timeOf, type LocalDate } from '../../../miniprogram/domain/time'
import type { Vetting, Volunteer } from '../../../miniprogram/domain/volunteer'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { leaveCrews } from './leave-crews'
import { tellPerson } from './tell-person'

/** What the point found when it looked at a person and their papers. With the first date the person has the role. */
export const vetVolunteer: UseCase<'vetVolunteer', 'staff'> = {
  name: 'vetVolunteer',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run(context, { siteId, volunteerId, rev, ended, ...found }) {
    const { store, now } = context
    const today = dateOf(now)
    const [site, before] = await Promise.all([
      store.sites.get(siteId),
      store.volunteers.get(volunteerId),
    ])
    if (!site || before?.siteId !== siteId) throw new FaultError({ code: 'not_found' })
    check(found, today)
    const { vettedOn: _on, certificateUntil: _until, endedOn, ...said } = before
    const after: Volunteer = {
      ...said,
      ...found,
      ...(ended ? { endedOn: endedOn ?? today } : {}),
    }
    // The same again, after a lost reply.
    if (foundWords(before) === foundWords(after)) return accept({ volunteer: before })
    if (before.rev !== rev) return refuse({ code: 'profile_changed' })
    if (!(await store.volunteers.save(after))) return refuse({ code: 'profile_changed' })
    await follow(context, after)
    if (ended && endedOn === undefined) await leaveCrews(context, siteId, volunteerId)
    if (!ended && before.vettedOn === undefined && after.vettedOn !== undefined) {
      const text = '可以报名带绘本和亲子活动了'
      const message = noticeMessage({ title: '志愿者审核通过', text }, today, timeOf(now))
      const page = 'packages/volunteers/volunteer-home/volunteer-home'
      const key = `vetted_${volunteerId}_${after.vettedOn}`
      await tellPerson(context, site, after.openid, { key, message: { ...message, page } })
    }
    return accept({ volunteer: { ...after, rev: rev + 1 } })
  },
}

function foundWords({ vettedOn, certificateUntil, trainings, endedOn }: Vetting): string {
  const papers = trainings.map(({ date, what }) => [date, what])
  return JSON.stringify([vettedOn, certificateUntil, papers, endedOn])
}

/** Beside its field: nobody was vetted tomorrow, and a certificate that has run out is none. */
function check({ vettedOn, certificateUntil, trainings }: Vetting, today: LocalDate): void {
  const late = trainings.findIndex(({ date }) => date > today)
  const fields = [
    ...(vettedOn !== undefined && vettedOn > today ? ['vettedOn'] : []),
    ...(certificateUntil !== undefined && certificateUntil < today ? ['certificateUntil'] : []),
    ...(late >= 0 ? [`trainings.${late}.date`] : []),
  ]
  if (fields.length > 0)
    throw new FaultError({
      code: 'invalid_input',
      fields: fields.map((path) => ({ path, why: 'wrong' })),
    })
}

async function follow({ store }: Context, volunteer: Volunteer): Promise<void> {
  const { openid, siteId, name, vettedOn, endedOn } = volunteer
  if (vettedOn === undefined || endedOn !== undefined) {
    await store.people.removeRole(openid, siteId, 'volunteer')
    return
  }
  if ((await store.people.giveRole(openid, siteId, 'volunteer')) > 0) return
  const person = { name, roles: { [siteId]: ['volunteer' as const] }, credits: {} }
  // Registering as a guardian at the same moment may be faster to add the person.
  if (!(await store.people.add(openid, person)))
    await store.people.giveRole(openid, siteId, 'volunteer')
}
