import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import type { NamedSetting } from '../../../miniprogram/domain/setting'
import { decideUndo } from '../../../miniprogram/domain/setting-change'
import type { UseCase } from '../kernel/use-case'
import { applySetting } from './apply-setting'

/** Takes the last change of a setting back: another change, with the former value. Refused where bookings depend on it. */
export const undoChange: UseCase<'undoChange', 'staff'> = {
  name: 'undoChange',
  access: { for: 'staff', roles: ['operator'] },
  async run(context, { siteId, changeId, attempt: own }, { openid, person }) {
    const { store, hash } = context
    const [site, change] = await Promise.all([store.sites.get(siteId), store.changes.get(changeId)])
    if (!site || !change || change.siteId !== siteId) throw new FaultError({ code: 'not_found' })
    const attempt = hash(openid, own)
    // A retry after a lost reply finds its own change in force.
    if (site.lastChange?.attempt === attempt) return accept({ excess: 0 })
    const decided = decideUndo(change, site.editions ?? {})
    if (!decided.ok) return decided
    const { what, before: value, edition } = decided.value
    const undone = await applySetting(context, { what, value } as NamedSetting, {
      siteId,
      what,
      edition,
      attempt,
      by: { openid, name: person.name },
      undoes: changeId,
    })
    return undone.ok ? accept({ excess: undone.value.excess }) : undone
  },
}
