import { MAY_INVITE, STAFF_ROLES, type StaffRole } from '../domain/role'
import { ROLE_WORDS } from './words-role'

export interface RoleOption {
  readonly role: StaffRole
  readonly name: string
  readonly may: string
  readonly on: boolean
}

/** Whom these roles may invite, in the order of the roles. */
export function roleOptionsOf(mine: readonly StaffRole[], chosen: StaffRole | ''): RoleOption[] {
  const may = new Set(mine.flatMap((own) => MAY_INVITE[own]))
  return STAFF_ROLES.filter((role) => may.has(role)).map((role) => ({
    role,
    ...ROLE_WORDS[role],
    on: role === chosen,
  }))
}

/** The page on which a role starts its work, and the button that leads there. */
export function roleWaysOf(role: StaffRole): { readonly way: string; readonly label: string } {
  return WAYS[role]
}

const ROOM = { way: 'room', label: '去看在园' } as const
const WAYS: Readonly<Record<StaffRole, { readonly way: string; readonly label: string }>> = {
  carer: ROOM,
  lead: ROOM,
  operator: ROOM,
  community: { way: 'desk', label: '去发通知' },
  volunteer: { way: 'home', label: '去首页' },
}
