import { el } from '../router/el'
import type { ShareCard } from '../wx/shell-link'

/** Pages that people have sent each other: dropped over the receiver's phone and kept in a list. */
export function createCardsPanel(options: {
  nameOf: (openid: string) => string
  glassOf: (openid: string) => HTMLElement | undefined
  open: (openid: string, card: ShareCard) => void
}): { element: HTMLElement; send: (from: string, to: string, card: ShareCard) => void } {
  const { nameOf, glassOf, open } = options
  const list = el('ol', 'messages')
  const element = el('section', 'panel', el('h2', '', '转发'), list)
  element.hidden = true
  const button = (className: string, from: string, to: string, card: ShareCard) => {
    const made = el(
      'button',
      className,
      el('span', 'message-to', `${nameOf(from)} 发给 ${nameOf(to)}`),
      el('b', '', card.title),
    )
    made.addEventListener('click', () => open(to, card))
    return made
  }
  return {
    element,
    send(from, to, card) {
      element.hidden = false
      list.prepend(el('li', '', button('message', from, to, card)))
      const banner = button('drop', from, to, card)
      banner.setAttribute('role', 'alert')
      banner.addEventListener('click', () => banner.remove())
      glassOf(to)?.append(banner)
      setTimeout(() => banner.remove(), 8000)
    },
  }
}
