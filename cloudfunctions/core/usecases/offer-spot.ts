import { isOpenForCrew, offerSpot as offered } from '../../../miniprogram/domain/crew'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { changeSession } from './change-session'
import { volunteerIdOf } from './own-volunteer'

/** The person keeps the spot until somebody takes it: no session is left without its leader by a tap. */
export const offerSpot: UseCase<'offerSpot', 'anyone'> = {
  name: 'offerSpot',
  access: { for: 'anyone' },
  async run(context, { siteId, sessionId, offered: isOffered }, { openid }) {
    const id = volunteerIdOf(context, siteId, openid)
    const decided = await changeSession(context, { siteId, sessionId }, (session) => {
      if (!isOpenForCrew(session, context.now)) return refuse({ code: 'crew_closed' })
      const after = offered(session, id, isOffered)
      if (!after) throw new FaultError({ code: 'not_found' })
      return accept({ session: after })
    })
    return decided.ok ? accept({}) : decided
  },
}
