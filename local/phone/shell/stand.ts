import { el } from '../router/el'
import type { PhoneRemote } from '../wx/phone-remote'
import type { Person } from './facts'
import { roleName } from './people'

/** One phone on the table: who holds it, its switches, its screen. */
export interface Stand {
  element: HTMLElement
  /** The glass: dropped messages and the scanner are laid over it. */
  glass: HTMLElement
  frame: HTMLIFrameElement
  readonly person: Person
  readonly remote: PhoneRemote | undefined
  /** Opens the app anew as that person, on its first page or on `start`. */
  hold(person: Person, start?: Start): void
  /** Fills the switcher again after people have changed. */
  setPeople(people: Person[]): void
}

export interface Start {
  page: string
  /** How the person came to that page: `scene` of the app's entry. */
  way?: 'message' | 'share'
}

const NEWCOMER = '+'
const scenes = { message: '1014', share: '1007' } as const
const sizes = [1, 1.25, 1.5] as const

const tool = (label: string, text: string, press: () => void) => {
  const button = el('button', 'stand-tool', text)
  button.setAttribute('aria-label', label)
  button.title = label
  button.addEventListener('click', press)
  return button
}

export function createStand(options: {
  person: Person
  people: Person[]
  makeNewcomer: () => Person
  changed: () => void
  remove: (() => void) | undefined
}): Stand {
  let person = options.person
  let online = true
  let size = 0
  const frame = el('iframe', 'stand-screen')
  const glass = el('div', 'stand-glass', frame)
  const select = el('select', 'stand-person')
  select.setAttribute('aria-label', '这部手机是谁的')
  const note = el('p', 'stand-note')
  const network = tool('网络', '网络 开', () => {
    online = !online
    network.textContent = online ? '网络 开' : '网络 关'
    network.setAttribute('aria-pressed', String(!online))
    stand.remote?.setOnline(online)
  })
  const text = tool('文字大小', '文字 标准', () => {
    size = (size + 1) % sizes.length
    text.textContent = ['文字 标准', '文字 大', '文字 特大'][size] ?? ''
    text.setAttribute('aria-pressed', String(size > 0))
    // WeChat's font size setting reaches the pages that are opened after it.
    const page = stand.remote?.page()
    stand.hold(person, page ? { page } : undefined)
  })
  const reload = tool('重新打开小程序', '重开', () => stand.hold(person))
  const remove = options.remove && tool('收起这部手机', '收起', options.remove)
  select.addEventListener('change', () => {
    const chosen =
      select.value === NEWCOMER
        ? options.makeNewcomer()
        : people.find(({ openid }) => openid === select.value)
    if (chosen) stand.hold(chosen)
    options.changed()
  })

  let people: Person[] = []
  const stand: Stand = {
    element: el(
      'article',
      'stand',
      el(
        'header',
        'stand-head',
        select,
        el('div', 'stand-tools', reload, remove),
        note,
        el('div', 'stand-tools', network, text),
      ),
      el('div', 'stand-device', glass),
    ),
    glass,
    frame,
    get person() {
      return person
    },
    get remote() {
      return (frame.contentWindow as { phone?: PhoneRemote } | null)?.phone
    },
    hold(next, start) {
      person = next
      const query = new URLSearchParams({ openid: next.openid, text: String(sizes[size] ?? 1) })
      if (!online) query.set('network', 'off')
      if (start) query.set('page', start.page)
      if (start?.way) query.set('scene', scenes[start.way])
      frame.src = `/phone/?${query}`
      frame.title = `${next.name}的手机`
      note.textContent = next.note
      stand.setPeople(people)
    },
    setPeople(all) {
      people = all.some(({ openid }) => openid === person.openid) ? all : [...all, person]
      select.replaceChildren(
        ...people.map(({ openid, name, role }) => {
          const option = el('option', '', `${name} · ${roleName(role)}`)
          option.value = openid
          option.selected = openid === person.openid
          return option
        }),
      )
      const fresh = el('option', '', '＋ 换一位新朋友')
      fresh.value = NEWCOMER
      select.append(fresh)
    },
  }
  people = options.people
  stand.hold(person)
  return stand
}
