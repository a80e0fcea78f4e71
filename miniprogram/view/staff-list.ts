import { STAFF_ROLES, type StaffRole } from '../domain/role'
import { ROLE_WORDS } from './words-role'
import { adultInitial } from './initial'

export interface StaffFacts {
  readonly key: string
  readonly name: string
  readonly roles: readonly StaffRole[]
  readonly me: boolean
}

/** Whose roles are being chosen, and which are on. */
export interface RoleEdit {
  readonly key: string
  readonly roles: readonly StaffRole[]
}

export interface StaffRow {
  readonly key: string
  readonly name: string
  readonly initial: string
  readonly roles: string
  readonly editing: boolean
  readonly choices: readonly {
    readonly value: string
    readonly label: string
    readonly on: boolean
  }[]
  /** What the chosen roles let the person do. */
  readonly hint: string
  /** Nothing is chosen: the person works here no more. */
  readonly ends: boolean
}

/** Everybody who works here, whoever runs the place first. */
export function staffRowsOf(staff: readonly StaffFacts[], edit: RoleEdit | undefined): StaffRow[] {
  const rank = ({ roles }: StaffFacts): number =>
    Math.min(...roles.map((role) => ORDER.indexOf(role)), ORDER.length)
  return [...staff]
    .sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1))
    .map(({ key, name, roles, me }) => {
      const editing = edit?.key === key
      const chosen = editing ? edit.roles : roles
      return {
        key,
        name: me ? `${name}（我）` : name,
        initial: adultInitial(name),
        roles: roles.map((role) => ROLE_WORDS[role].name).join('、'),
        editing,
        choices: STAFF_ROLES.map((role) => ({
          value: role,
          label: ROLE_WORDS[role].name,
          on: chosen.includes(role),
        })),
        hint:
          chosen.map((role) => ROLE_WORDS[role].may).join('；') || '一个身份都不选，就是不再任职。',
        ends: chosen.length === 0,
      }
    })
}

const ORDER: readonly StaffRole[] = ['operator', 'community', 'lead', 'carer', 'volunteer']

export function toggledRole({ key, roles }: RoleEdit, role: StaffRole): RoleEdit {
  const on = roles.includes(role)
  return { key, roles: on ? roles.filter((each) => each !== role) : [...roles, role] }
}
