import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** A tick with date and name: the recording has been copied away. The app stores no video. */
export const keepVideo: UseCase<'keepVideo', 'staff'> = {
  name: 'keepVideo',
  access: { for: 'staff', roles: ['lead', 'operator'] },
  async run({ store, now }, { siteId, incidentId }, { person }) {
    const incident = await store.incidents.get(incidentId)
    if (!incident || incident.siteId !== siteId) throw new FaultError({ code: 'not_found' })
    const kept = incident.videoKept ?? { by: person.name, at: now }
    if (!incident.videoKept) await store.incidents.keepVideo(incidentId, kept)
    return accept(kept)
  },
}
