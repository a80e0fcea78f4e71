import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import { decideUndo } from '../../../miniprogram/domain/setting-change'
import type { UseCase } from '../kernel/use-case'
import { settleChange } from './settle-change'

const AT_ONCE = 30

/** Who changed what and when, the latest first; each says whether it can be taken back. */
export const listChanges: UseCase<'listChanges', 'staff'> = {
  name: 'listChanges',
  access: { for: 'staff', roles: ['operator'] },
  async run(context, { siteId, before }) {
    const { store, now } = context
    const site = await store.sites.get(siteId)
    if (!site) throw new FaultError({ code: 'not_found' })
    await settleChange(context, site)
    const changes = await store.changes.latest(siteId, AT_ONCE, before)
    return accept({
      now,
      changes: changes.map((change) => ({
        change,
        undoable: decideUndo(change, site.editions ?? {}).ok,
      })),
      more: changes.length === AT_ONCE,
    })
  },
}
