import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { volunteerIdOf } from './own-volunteer'

/** A person applies inside WeChat, or corrects what they said. What staff found is not theirs to change. */
export const saveVolunteer: UseCase<'saveVolunteer', 'anyone'> = {
  name: 'saveVolunteer',
  access: { for: 'anyone' },
  async run(context, { siteId, rev, agreed: _agreed, ...facts }, { openid }) {
    const { store, now } = context
    const id = volunteerIdOf(context, siteId, openid)
    if (rev === 0) {
      if (!(await store.sites.get(siteId))) throw new FaultError({ code: 'not_found' })
      const volunteer = { id, siteId, openid, ...facts, appliedAt: now, trainings: [], rev: 1 }
      if (await store.volunteers.add(volunteer)) return accept({ volunteer })
    }
    const before = await store.volunteers.get(id)
    if (!before) throw new FaultError({ code: 'not_found' })
    const after = { ...before, ...facts }
    // The same again, after a lost reply.
    if (JSON.stringify(pick(before)) === JSON.stringify(pick(after)))
      return accept({ volunteer: before })
    if (before.rev !== rev || !(await store.volunteers.save(after)))
      return refuse({ code: 'profile_changed' })
    return accept({ volunteer: { ...after, rev: rev + 1 } })
  },
}

type Said = Pick<
  Parameters<typeof saveVolunteer.run>[1],
  'name' | 'team' | 'skills' | 'languages' | 'availability'
>

function pick({
  name,
  team,
  skills,
  languages,
  availability,
}: Readonly<Record<keyof Said, unknown>>) {
  return { name, team, skills, languages, availability }
}
