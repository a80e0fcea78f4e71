import type { Person } from './facts'

const roles: Record<string, string> = {
  guardian: '家长',
  carer: '老师',
  lead: '带班老师',
  operator: '运营',
  community: '社区',
  volunteer: '志愿者',
}
export const roleName = (role: string): string => roles[role] ?? role

const key = 'shell:newcomers'

/** The seed's people and the newcomers that were made in this browser. */
export function allPeople(seeded: readonly Person[]): Person[] {
  return [...seeded, ...(JSON.parse(localStorage.getItem(key) ?? '[]') as Person[])]
}

/** A person whom the cloud has never seen. */
export function newcomer(seeded: readonly Person[]): Person {
  const known = allPeople(seeded).slice(seeded.length)
  const person: Person = {
    openid: `newcomer-${crypto.randomUUID().slice(0, 8)}`,
    name: `新朋友 ${known.length + 1}`,
    role: '新来的',
    note: '第一次打开小程序',
  }
  localStorage.setItem(key, JSON.stringify([...known, person]))
  return person
}

export const forgetNewcomers = (): void => localStorage.removeItem(key)
