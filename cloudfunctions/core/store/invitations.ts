import type { SiteId } from '../../../miniprogram/domain/ids'
import type { StaffRole } from '../../../miniprogram/domain/role'
import type { Instant } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** The document's id is the hash of the code, so the stored data invites nobody. */
export interface Invitation {
  readonly siteId: SiteId
  readonly role: StaffRole
  readonly name: string
  readonly invitedBy: string
  readonly expiresAt: Instant
  readonly usedBy?: string
}

export function openInvitations(db: Database) {
  const invitations = new Collection<Invitation>(db, 'invitations')
  const _ = db.command

  return {
    get: (hash: string): Promise<Invitation | undefined> => invitations.get(hash),
    add: (hash: string, invitation: Invitation): Promise<boolean> =>
      invitations.insert(hash, invitation),
    /** Once: the second to come finds it used. */
    use: async (hash: string, openid: string): Promise<boolean> =>
      (await invitations.change({ _id: hash, usedBy: _.exists(false) }, { usedBy: openid })) === 1,
  }
}
