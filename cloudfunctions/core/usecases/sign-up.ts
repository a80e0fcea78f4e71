import { isOpenForCrew, takeSpot } from '../../../miniprogram/domain/crew'
import { decideAssignment } from '../../../miniprogram/domain/decide-assignment'
import { FaultError } from '../../../miniprogram/domain/fault'
import { noticeMessage } from '../../../miniprogram/domain/message'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { Session } from '../../../miniprogram/domain/session'
import { timeOf } from '../../../miniprogram/domain/time'
import type { Volunteer } from '../../../miniprogram/domain/volunteer'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { changeSession } from './change-session'
import { ownVolunteer } from './own-volunteer'
import { tellPerson } from './tell-person'

/** Takes an open spot, or one that is offered; whoever handed it on is told. */
export const signUp: UseCase<'signUp', 'anyone'> = {
  name: 'signUp',
  access: { for: 'anyone' },
  async run(context, { siteId, sessionId, part }, { openid }) {
    const volunteer = await ownVolunteer(context, siteId, openid)
    if (!volunteer) throw new FaultError({ code: 'forbidden' })
    const taken = await changeSession(context, { siteId, sessionId }, (session, others) => {
      if (!isOpenForCrew(session, context.now)) return refuse({ code: 'crew_closed' })
      const spot = takeSpot(session, volunteer, part)
      if (!spot.ok) return spot
      const decided = decideAssignment(volunteer, { session, part, others })
      return decided.ok ? spot : decided
    })
    if (!taken.ok) return taken
    const { session, from } = taken.value
    if (from) await tellFormer(context, session, volunteer, from)
    return accept({})
  },
}

async function tellFormer(
  context: Context,
  { id, siteId, title, date }: Session,
  { name }: Volunteer,
  from: Volunteer['id'],
): Promise<void> {
  const { store, now } = context
  const [site, former] = await Promise.all([store.sites.get(siteId), store.volunteers.get(from)])
  if (!site || !former) return
  const text = { title: '有人接了您的场次', text: `${name}接了《${title}》` }
  const message = {
    ...noticeMessage(text, date, timeOf(now)),
    page: 'packages/volunteers/volunteer-home/volunteer-home',
  }
  await tellPerson(context, site, former.openid, { key: `handed_${id}_${from}_${now}`, message })
}
