import { el } from '../router/el'
import type { ShellApi } from '../wx/shell-link'
import { createCallsPanel } from './calls-panel'
import { createCardsPanel } from './cards-panel'
import { createClockPanel } from './clock-panel'
import type { Person, ShellFacts } from './facts'
import { localCloud } from './local-cloud'
import { createMessagesPanel } from './messages-panel'
import { allPeople, forgetNewcomers, newcomer, roleName } from './people'
import { openScanner } from './scanner'
import { createStand, type Stand } from './stand'

const MOST = 3
const PHONE_WIDTH = 399
const PHONE_HEIGHT = 836
const NARROW = 900
const fish =
  '<svg viewBox="0 0 64 40" width="44" aria-hidden="true"><path d="M4 20C12 6 34 4 46 18L60 8c-3 8-3 16 0 24L46 22C34 36 12 34 4 20Z" fill="#0B6E78"/><circle cx="15" cy="18" r="2.6" fill="#fff"/><path d="M24 11c4 5 4 13 0 18M32 11c4 5 4 13 0 18" stroke="#ffffff88" stroke-width="2" fill="none"/></svg>'

const facts = (await (await fetch('/shell/facts.json')).json()) as ShellFacts
const stands: Stand[] = []
const table = el('main', 'table')
const tabs = el('nav', 'table-tabs')
const people = () => allPeople(facts.people)
const personOf = (openid: string): Person =>
  people().find((person) => person.openid === openid) ?? {
    openid,
    name: facts.names?.[openid] ?? openid,
    role: '',
    note: '',
  }
const standOf = (openid: string) => stands.find((stand) => stand.person.openid === openid)

const remember = () => {
  const open = stands.map(({ person }) => person.openid)
  sessionStorage.setItem('shell:phones', JSON.stringify(open))
}

/** On a narrow window one phone is shown; the tabs say which. */
let front = 0
const arrange = () => {
  const narrow = window.innerWidth < NARROW
  const count = narrow ? 1 : stands.length
  front = Math.min(front, stands.length - 1)
  const room = document.documentElement.clientWidth - (narrow ? 32 : 360 + 32 * count)
  const width = room / (count * PHONE_WIDTH)
  const height = (window.innerHeight - 176) / PHONE_HEIGHT
  const fit = Math.max(0.6, Math.min(1, width, narrow ? width : height))
  document.documentElement.style.setProperty('--fit', fit.toFixed(3))
  stands.forEach(({ element }, index) => (element.hidden = narrow && index !== front))
  tabs.hidden = !narrow
  tabs.replaceChildren(
    ...stands.map(({ person }, index) => {
      const tab = el('button', 'chip', person.name)
      tab.setAttribute('aria-pressed', String(index === front))
      tab.addEventListener('click', () => {
        front = index
        arrange()
      })
      return tab
    }),
  )
  add.hidden = stands.length >= MOST
}

const putDown = (person: Person) => {
  const stand = createStand({
    person,
    people: people(),
    makeNewcomer: () => newcomer(facts.people),
    changed: () => {
      for (const each of stands) each.setPeople(people())
      remember()
      arrange()
    },
    remove:
      stands.length < 2
        ? undefined
        : () => {
            stands.splice(stands.indexOf(stand), 1)
            stand.element.remove()
            remember()
            arrange()
          },
  })
  stands.push(stand)
  table.append(stand.element)
  remember()
  arrange()
}

const open = (openid: string, page: string, way: 'message' | 'share') => {
  const stand = standOf(openid) ?? stands[0]
  if (!stand) return
  front = stands.indexOf(stand)
  if (stand.person.openid !== openid) stand.hold(personOf(openid), { page, way })
  else void stand.remote?.open(page, way)
  remember()
  arrange()
}

const add = el('button', 'chip', '＋ 再加一部手机')
add.addEventListener('click', () => {
  const free = people().filter(({ openid }) => !standOf(openid))
  putDown(free.find(({ role }) => roleName(role) === '社区') ?? free[0] ?? newcomer(facts.people))
})
const restart = el('button', 'chip', '重新开始')
restart.title = '数据回到刚开始的样子'
restart.addEventListener('click', () => {
  if (!window.confirm('所有预约和消息都会回到刚开始的样子，继续吗？')) return
  void localCloud.reset(facts.snapshot).then(() => {
    forgetNewcomers()
    sessionStorage.clear()
    localStorage.clear()
    location.reload()
    return undefined
  })
})

const calls = createCallsPanel()
const messages = createMessagesPanel({
  facts,
  nameOf: (openid) => personOf(openid).name,
  glassOf: (openid) => standOf(openid)?.glass,
  open: (openid, page) => open(openid, page, 'message'),
})
const cards = createCardsPanel({
  nameOf: (openid) => personOf(openid).name,
  glassOf: (openid) => standOf(openid)?.glass,
  open: (openid, card) => open(openid, card.path, 'share'),
})
const api: ShellApi = {
  hear(openid, news) {
    if (news.kind === 'call') calls.add(personOf(openid).name, news)
  },
  scan(openid, kinds) {
    const stand = standOf(openid)
    if (!stand) return Promise.resolve(undefined)
    return openScanner(stand, kinds, () => stands.filter((other) => other !== stand))
  },
  friends: (openid) => {
    const near = stands.map(({ person }) => person)
    const others = people().filter((person) => !near.includes(person))
    return [...near, ...others].filter((person) => person.openid !== openid)
  },
  send: cards.send,
  templateTitle: (id) => facts.templates?.find((template) => template.id === id)?.title,
}
;(window as { shell?: ShellApi }).shell = api

const brand = el('div', 'brand')
brand.innerHTML = fish
brand.append(
  el('div', '', el('h1', '', '渔你成长小屋'), el('p', '', '在这台电脑上：云和手机都在本机')),
)
const clock = createClockPanel(() => {
  for (const stand of stands) void stand.remote?.refreshClock()
})
document.body.append(
  el('header', 'top', brand, clock, el('div', 'top-actions', add, restart)),
  tabs,
  el('div', 'room', table, el('aside', 'side', messages.element, cards.element, calls.element)),
)

const asked = new URLSearchParams(location.search).get('phones')?.split(',')
const before = JSON.parse(sessionStorage.getItem('shell:phones') ?? '[]') as string[]
const withRole = (role: string) => people().find((person) => roleName(person.role) === role)
const first = ['家长', '老师'].flatMap((role) => withRole(role) ?? [])
const chosen = asked ?? (before.length > 0 ? before : first.map(({ openid }) => openid))
for (const openid of chosen.slice(0, MOST)) putDown(personOf(openid))
while (stands.length < Math.min(2, asked?.length ?? 2)) putDown(newcomer(facts.people))
window.addEventListener('resize', arrange)
