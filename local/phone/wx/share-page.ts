import { el } from '../router/el'
import { setting } from '../router/setting'
import { addressOf } from './app-life'
import type { Phone } from './family'
import { openSheet } from './sheet'
import { shellAround, type ShareCard } from './shell-link'

/** What onShareAppMessage returns. */
interface Given {
  title?: string
  path?: string
  imageUrl?: string
  promise?: Promise<Given>
}

/** WeChat waits so long for a card's promise, then takes what came with it. */
const PATIENCE_MS = 3000

const within = <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    promise.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS)),
  ])

/** Asks the page on screen for its card; what it leaves out is the page itself. */
async function cardOf(phone: Phone, asked: object): Promise<ShareCard | undefined> {
  const { runtime, router } = phone
  const page = router.top?.page
  if (!page) return undefined
  const first = page.call('onShareAppMessage', asked) as Given | undefined
  const given = (first?.promise && (await within(first.promise))) ?? first ?? {}
  const path = given.path ?? addressOf(page)
  const image =
    given.imageUrl &&
    (/^(https?|data|blob):/.test(given.imageUrl) ? given.imageUrl : router.assetUrl(given.imageUrl))
  return {
    title: given.title ?? setting(runtime.manifest.app.window ?? {}, 'navigationBarTitleText', ''),
    path: path.startsWith('/') ? path : `/${path}`,
    ...(image ? { image } : {}),
  }
}

/**
 * Shares the page on screen: to another phone on the table, or, where this phone lies alone, as the
 * address under which any phone of this laptop opens it. `target` is the button that was tapped.
 */
export async function sharePage(
  phone: Phone,
  from: 'button' | 'menu',
  target?: unknown,
): Promise<void> {
  const card = await cardOf(phone, from === 'button' ? { from, target } : { from })
  if (!card) return
  const { openid } = phone.env
  const shell = shellAround()
  const friends = shell?.friends(openid) ?? []
  const preview = el(
    'div',
    'phone-card',
    el('b', '', card.title),
    card.image !== undefined && Object.assign(el('img'), { src: card.image, alt: '' }),
  )
  const to = el('select', 'phone-share-to')
  to.setAttribute('aria-label', '发送给')
  to.append(
    ...friends.map((friend) =>
      Object.assign(el('option', '', friend.name), { value: friend.openid }),
    ),
  )
  const address = el('input', 'phone-share-to')
  address.readOnly = true
  address.value = new URL(
    `/phone/?page=${encodeURIComponent(card.path)}&scene=1007`,
    location.href,
  ).href
  address.setAttribute('aria-label', '小程序的地址')
  const alone = friends.length === 0
  const send = el('button', 'phone-ask-allow phone-share-send', alone ? '复制地址' : '发送')
  const cancel = el('button', 'phone-ask-refuse phone-share-cancel', '取消')
  const box = el(
    'div',
    'phone-ask',
    el('h2', '', '发送给'),
    alone ? address : to,
    preview,
    el('footer', '', cancel, send),
  )
  const close = openSheet(phone.router.frame.overlay, box, () => {})
  cancel.addEventListener('click', close)
  send.addEventListener('click', () => {
    if (alone) {
      address.select()
      // A page in a frame may be denied the clipboard; the text stays selected then.
      navigator.clipboard?.writeText(address.value).catch(() => {})
      return
    }
    close()
    shell?.send(openid, to.value, card)
  })
}
