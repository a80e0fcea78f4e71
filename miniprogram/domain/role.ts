import type { SiteId } from './ids'

/** What a person is at a site. Everybody may also be a guardian of their own household. */
export const STAFF_ROLES = ['carer', 'lead', 'operator', 'community', 'volunteer'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]
export type Role = 'guardian' | StaffRole

export type Roles = Readonly<Record<SiteId, readonly StaffRole[]>>

export function hasRole(roles: Roles, siteId: SiteId, wanted: readonly StaffRole[]): boolean {
  return (roles[siteId] ?? []).some((role) => wanted.includes(role))
}

/** Who may invite whom: the operator everybody, the lead carers, the community its volunteers. */
export const MAY_INVITE: Readonly<Record<StaffRole, readonly StaffRole[]>> = {
  operator: ['operator', 'lead', 'carer', 'community', 'volunteer'],
  lead: ['carer'],
  community: ['volunteer'],
  carer: [],
  volunteer: [],
}

/** Only who has the children in their hands sees what is in their health file: allergies, dates, checks, notes. */
export const HEALTH_ROLES: readonly StaffRole[] = ['carer', 'lead']

/** Who keeps the catalogue of picture books. */
export const BOOK_ROLES: readonly StaffRole[] = ['carer', 'lead', 'operator', 'community']
/** Who lends books: the lending desk shows families' names and numbers. */
export const LENDING_ROLES: readonly StaffRole[] = ['carer', 'lead']

export function maySeeHealth(roles: Roles, siteId: SiteId): boolean {
  return hasRole(roles, siteId, HEALTH_ROLES)
}
