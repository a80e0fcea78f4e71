import { accept, refuse, type Result } from './result'
import { STAFF_ROLES, type StaffRole } from './role'

export interface StaffMember {
  readonly openid: string
  readonly roles: readonly StaffRole[]
}

/** What a person was and will be, in the order of the roles. The last operator stays one: nobody else could make another. */
export function decideRoles(
  staff: readonly StaffMember[],
  openid: string,
  wanted: readonly StaffRole[],
): Result<{ readonly before: readonly StaffRole[]; readonly after: readonly StaffRole[] }> {
  const roles = staff.find((each) => each.openid === openid)?.roles ?? []
  const before = STAFF_ROLES.filter((role) => roles.includes(role))
  const after = STAFF_ROLES.filter((role) => wanted.includes(role))
  const operators = staff.filter((each) => each.roles.includes('operator'))
  const isLast = operators.length === 1 && operators[0]?.openid === openid
  if (isLast && !after.includes('operator')) return refuse({ code: 'last_operator' })
  return accept({ before, after })
}
