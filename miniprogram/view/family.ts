import type { Child } from '../domain/child'
import type { HealthById } from '../domain/health'
import type { Fen } from '../domain/money'
import { MOST_CHILDREN } from '../domain/household'
import { BOOK_ROLES, LENDING_ROLES, MAY_INVITE, type StaffRole } from '../domain/role'
import { dateOf, type Instant } from '../domain/time'
import { ageWords } from './age'
import { healthNoteOf } from './child-health'
import { dueWords } from './final-bill'
import { entriesOf, keepsOf } from './home'
import { adultInitial, childInitial } from './initial'

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
    readonly owedFen?: Fen
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
  /** 还要付 ¥35; empty when nothing is due. */
  readonly owed: string
  /** Empty when there is nothing new. */
  readonly unread: string
  readonly atRoom: boolean
  readonly atDesk: boolean
  readonly atAppeals: boolean
  readonly mayInvite: boolean
  /** Pages of whoever plans the point's days, and its money. */
  readonly plans: readonly WorkEntry[]
  /** Incidents, health rules and the code on the wall. */
  readonly keeps: boolean
  readonly readsAudits: boolean
  readonly site: { readonly name: string; readonly address: string; readonly operator: string }
}

/** A line that leads to a page of work. */
export interface WorkEntry {
  readonly label: string
  readonly icon: string
  readonly url: string
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
    initial: adultInitial(me.name ?? '渔'),
    line: [roles, phone].filter(Boolean).join(' · '),
    registered: household !== undefined,
    staffOnly: household === undefined && me.roles.length > 0,
    children: children.map((child) => childCardOf(child, household?.health ?? {}, now)),
    mayAdd: household !== undefined && children.length < MOST_CHILDREN,
    papersSeen: household?.papersSeen ?? false,
    owed: household?.owedFen ? dueWords(household.owedFen) : '',
    unread: me.unread > 0 ? String(me.unread) : '',
    ...entriesOf(me.roles),
    ...keepsOf(me.roles),
    mayInvite: me.roles.some((role) => MAY_INVITE[role].length > 0),
    plans: planEntriesOf(me.roles),
    site: { name: site.name, address: site.address, operator: site.operator },
  }
}

const DESK = '/packages/desk'
const PLANS: readonly (WorkEntry & { readonly roles: readonly StaffRole[] })[] = [
  {
    label: '排班',
    icon: 'calendar',
    url: `${DESK}/roster-edit/roster-edit`,
    roles: ['operator', 'lead'],
  },
  {
    label: '放不下的预约',
    icon: 'error-circle',
    url: `${DESK}/excess-list/excess-list`,
    roles: ['operator', 'lead'],
  },
  {
    label: '紧急闭园',
    icon: 'error-circle',
    url: `${DESK}/close-now/close-now`,
    roles: ['operator', 'community'],
  },
  {
    label: '闭园和放假',
    icon: 'poweroff',
    url: `${DESK}/closure-edit/closure-edit`,
    roles: ['operator', 'community'],
  },
  {
    label: '一周课表',
    icon: 'calendar',
    url: '/packages/programme/week-plan/week-plan',
    roles: ['operator', 'lead', 'community'],
  },
  {
    label: '深港妈妈和志愿者',
    icon: 'usergroup',
    url: '/packages/volunteers/volunteer-list/volunteer-list',
    roles: ['operator', 'community'],
  },
  {
    label: '账单和收款',
    icon: 'bill',
    url: `${DESK}/bill-list/bill-list`,
    roles: ['carer', 'lead', 'operator'],
  },
  {
    label: '每月小结',
    icon: 'chart-bar',
    url: `${DESK}/month-show/month-show`,
    roles: ['community', 'operator'],
  },
  {
    label: '看得见的数字',
    icon: 'chart',
    url: `${DESK}/figures-show/figures-show`,
    roles: ['community', 'operator'],
  },
  {
    label: '设置',
    icon: 'setting',
    url: `${DESK}/settings-show/settings-show`,
    roles: ['operator', 'lead'],
  },
  {
    label: '绘本书目',
    icon: 'book-open',
    url: '/packages/books/book-list/book-list',
    roles: BOOK_ROLES,
  },
  {
    label: '绘本课讲哪本',
    icon: 'book-open',
    url: '/packages/books/session-books/session-books',
    roles: BOOK_ROLES,
  },
  {
    label: '借书和还书',
    icon: 'bookmark',
    url: '/packages/books/loan-desk/loan-desk',
    roles: LENDING_ROLES,
  },
]

function planEntriesOf(mine: readonly StaffRole[]): WorkEntry[] {
  return PLANS.filter(({ roles }) => roles.some((role) => mine.includes(role))).map(
    ({ label, icon, url }) => ({ label, icon, url }),
  )
}

function childCardOf(child: Child, byId: HealthById, now: Instant): ChildCard {
  const { id, name, birthDate, allergies } = child
  const health = healthNoteOf(name, byId[id], dateOf(now))
  const age = ageWords(birthDate, dateOf(now))
  const aria = [name, age, allergies && `对${allergies}过敏`, '修改'].filter(Boolean).join('，')
  return { id, name, initial: childInitial(name), age, allergies, health, aria }
}

/** Enough to recognise one's own number by; the screen may be seen by others. */
export function maskPhone(phone: string): string {
  return phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : phone
}
