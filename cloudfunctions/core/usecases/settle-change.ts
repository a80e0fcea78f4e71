import type { Context } from '../kernel/context'
import type { StoredSite } from '../store/sites'

/** What a site's last change still wants: its entry in the list, and a person's roles. Safe to do twice. */
export async function settleChange(
  { store }: Context,
  { lastChange }: Pick<StoredSite, 'lastChange'>,
): Promise<void> {
  if (!lastChange) return
  if (lastChange.what === 'roles')
    await store.people.setRoles(lastChange.who, lastChange.siteId, {
      change: lastChange.id,
      roles: lastChange.after,
    })
  await store.changes.add(lastChange)
}
