import type { Child } from '../domain/child'
import type { HealthById } from '../domain/health'
import { MOST_CHILDREN } from '../domain/household'
import { MAY_INVITE, type StaffRole } from '../domain/role'
import { dateOf, type Instant } from '../domain/time'
import { ageWords } from './age'
import { healthNoteOf } from './child-health'
import { entriesOf, keepsOf } from './home'

/** What `enterApp` answers, as far as the family's page shows it. */
export interface FamilyFacts {
  readonly me: {
    readonly name?: string
    readonly roles: readonly StaffRole[]
    readonly unread: number
  }
  readonly site: { readonly name: string; readonly address: string; readonly operator: string }
  readonly household?: {
    readonly guardians: readonly { readonly name: string; readonly phone: string }[]
    readonly children: readonly Child[]
    readonly papersSeen: boolean
    readonly health?: HealthById
  }
}

export interface FamilyPage {
  readonly name: string
  readonly initial: string
  /** 138****1001 or the roles of staff. */
  readonly line: string
  readonly registered: boolean
  /** Somebody who works here without a family: registering is a line, not the page. */
  readonly staffOnly: boolean
  readonly children: readonly ChildCard[]
  readonly mayAdd: boolean
  readonly papersSeen: boolean
  /** Empty when there is nothing new. */
  readonly unread: string
  readonly atRoom: boolean
  readonly atDesk: boolean
  readonly atAppeals: boolean
  readonly mayInvite: boolean
  /** Incidents, health rules and the code on the wall. */
  readonly keeps: boolean
  readonly readsAudits: boolean
  readonly site: { readonly name: string; readonly address: string; readonly operator: string }
}

export interface ChildCard {
  readonly id: string
  readonly name: string
  readonly initial: string
  readonly age: string
  readonly allergies: string
  /** What will stand in the child's way at the door today; empty when nothing does. */
  readonly health: string
  readonly aria: string
}

const ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  carer: '老师',
  lead: '带班老师',
  operator: '运营',
  community: '社区',
  volunteer: '志愿者',
}

export function familyOf({ me, site, household }: FamilyFacts, now: Instant): FamilyPage {
  const children = household?.children ?? []
  const roles = me.roles.map((role) => ROLE_WORDS[role]).join('、')
  const guardian = household?.guardians.find(({ name }) => name === me.name)
  const phone = maskPhone(guardian?.phone ?? household?.guardians[0]?.phone ?? '')
  return {
    name: me.name ?? '欢迎来玩',
    initial: (me.name ?? '渔').slice(0, 1),
    line: [roles, phone].filter(Boolean).join(' · '),
    registered: household !== undefined,
    staffOnly: household === undefined && me.roles.length > 0,
    children: children.map((child) => childCardOf(child, household?.health ?? {}, now)),
    mayAdd: household !== undefined && children.length < MOST_CHILDREN,
    papersSeen: household?.papersSeen ?? false,
    unread: me.unread > 0 ? String(me.unread) : '',
    ...entriesOf(me.roles),
    ...keepsOf(me.roles),
    mayInvite: me.roles.some((role) => MAY_INVITE[role].length > 0),
    site: { name: site.name, address: site.address, operator: site.operator },
  }
}

function childCardOf(child: Child, byId: HealthById, now: Instant): ChildCard {
  const { id, name, birthDate, allergies } = child
  const health = healthNoteOf(name, byId[id], dateOf(now))
  const age = ageWords(birthDate, dateOf(now))
  const aria = [name, age, allergies && `对${allergies}过敏`, '修改'].filter(Boolean).join('，')
  return { id, name, initial: name.slice(-1), age, allergies, health, aria }
}

/** Enough to recognise one's own number by; the screen may be seen by others. */
export function maskPhone(phone: string): string {
  return phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : phone
}
