import { el } from '../router/el'
import type { ShellFacts } from './facts'
import { localCloud, type Message } from './local-cloud'

const ASK_EVERY_MS = 1000
const SHOWN = 40

/** Service messages: the list, and the one that drops down over its person's phone. */
export function createMessagesPanel(options: {
  facts: ShellFacts
  nameOf: (openid: string) => string
  glassOf: (openid: string) => HTMLElement | undefined
  open: (openid: string, page: string) => void
}): { element: HTMLElement } {
  const { facts, nameOf, glassOf, open } = options
  const list = el('ol', 'messages')
  const empty = el('p', 'quiet', '还没有发出消息。预约成功后，微信服务通知会出现在这里。')
  let seen: number | undefined

  const card = (message: Message, className: string, press: () => void) => {
    const template = facts.templates?.find(({ id }) => id === message.templateId)
    const rows = Object.entries(message.data).map(([field, { value }]) => {
      const label = template?.fields?.[field]
      return el('span', 'message-row', label ? el('i', '', label) : false, value)
    })
    const at = new Date(message.sentAt + 8 * 3_600_000).toISOString().slice(11, 16)
    const button = el(
      'button',
      className,
      el('span', 'message-to', `给 ${nameOf(message.openid)}`, el('time', '', at)),
      el('b', '', template?.title ?? message.templateId),
      ...rows,
    )
    button.addEventListener('click', press)
    return button
  }
  const drop = (message: Message) => {
    const glass = glassOf(message.openid)
    if (!glass) return
    const banner = card(message, 'drop', () => {
      banner.remove()
      open(message.openid, message.page)
    })
    banner.setAttribute('role', 'alert')
    glass.append(banner)
    setTimeout(() => banner.remove(), 6000)
  }
  const look = async () => {
    const all = await localCloud.messages()
    if (seen === all.length) return
    // Fewer than before: the cloud was reset, and all that is there is old.
    if (seen !== undefined && seen < all.length)
      for (const message of all.slice(seen)) drop(message)
    seen = all.length
    empty.hidden = all.length > 0
    list.replaceChildren(
      ...all
        .slice(-SHOWN)
        .toReversed()
        .map((message) =>
          el(
            'li',
            '',
            card(message, 'message', () => open(message.openid, message.page)),
          ),
        ),
    )
  }
  const ask = () => void look().catch(() => {})
  ask()
  setInterval(ask, ASK_EVERY_MS)
  return { element: el('section', 'panel', el('h2', '', '微信服务通知'), empty, list) }
}
