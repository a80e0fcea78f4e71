import { families } from './families'
import { staffPeople } from './site'
import { volunteers } from './volunteers'

/** Whom the shell's person switcher offers. */
export interface ShellPerson {
  readonly openid: string
  readonly name: string
  readonly role: string
  readonly note: string
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  carer: '老师',
  lead: '带班老师',
  operator: '运营',
  community: '社区',
}

/** What every family is called: more than the switcher offers get messages. */
export const names: Readonly<Record<string, string>> = Object.fromEntries(
  families.map(({ openid, name }) => [openid, name]),
)

export const people: readonly ShellPerson[] = [
  ...families.slice(0, 8).map(({ openid, name, papers, children }) => ({
    openid,
    name,
    role: 'guardian',
    note: `${children.map((child) => child.name).join('、')}${papers ? '' : ' · 材料待看'}`,
  })),
  // Registered nowhere: the adult who gets a pass and fetches a child.
  { openid: 'o-waipo', name: '小雨外婆', role: 'guardian', note: '没有登记，替家长来接孩子' },
  ...volunteers.map(({ openid, name, team, until, ended }) => ({
    openid,
    name,
    role: 'volunteer',
    note: `${team === 'mother' ? '深港妈妈' : '志愿者'}${until === undefined ? ' · 待审核' : ended ? ' · 已退出' : ''}`,
  })),
  ...staffPeople.map(({ _id, name, roles }) => {
    const words = Object.values(roles).flat()
    return {
      openid: _id,
      name,
      role: words[0] ?? 'carer',
      note: words.map((role) => ROLE_WORDS[role]).join('、'),
    }
  }),
]
