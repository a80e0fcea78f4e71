import { el } from '../router/el'
import type { MountedPage } from '../runtime/types'
import { routeUrl } from '../router/route-url'
import { tell, type Phone } from './family'

/** How a person came into the app, as `App.onShow` and `getEnterOptionsSync` tell it. */
export interface Entry {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: Record<string, unknown>
  apiCategory: 'default'
}

/** WeChat's numbers for ways into an app. */
export const scenes = { search: 1001, share: 1007, message: 1014, list: 1089 } as const

const desks = new WeakMap<Phone, HTMLElement>()
const entries = new WeakMap<Phone, Entry>()

const startOf = ({ runtime: { manifest } }: Phone) =>
  manifest.app.entryPagePath ?? manifest.pages[0] ?? ''

const entryOf = (phone: Phone, url: string, scene: number): Entry => ({
  ...routeUrl(url, startOf(phone)),
  scene,
  referrerInfo: {},
  apiCategory: 'default',
})

/** The first entry: what the phone's address says. */
export const launchEntry = (phone: Phone): Entry =>
  entryOf(
    phone,
    phone.env.page ?? `/${startOf(phone)}`,
    Number(phone.env.params.get('scene') ?? scenes.search),
  )

export const lastEntry = (phone: Phone): Entry => entries.get(phone) ?? launchEntry(phone)

/** False while the person has put the app away. */
export const inFront = (phone: Phone): boolean => !desks.has(phone)

/** `/pages/home/home?x=1`; values stand as they were given, WeChat decodes none. */
export function addressOf(page: MountedPage | undefined): string {
  if (!page) return ''
  const query = Object.entries(page.query).map(([name, value]) => `${name}=${value}`)
  return `/${page.path}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** The person leaves the app, which stays in memory: page, then app, hear of it. */
export function putAway(phone: Phone): void {
  if (desks.has(phone)) return
  phone.router.top?.page?.hide()
  phone.runtime.callApp('onHide', undefined)
  tell(phone, 'AppHide')
  const back = el('button', 'phone-desk-open', '回到小程序')
  back.addEventListener('click', () => void bringBack(phone))
  const desk = el('div', 'phone-desk', el('p', '', '小程序已收起，还留在后台。'), back)
  desks.set(phone, desk)
  phone.router.frame.element.append(desk)
  back.focus()
}

/** The person comes back: to the page that was left, or, through a card or message, to `to`. */
export async function bringBack(phone: Phone, to?: { url: string; scene: number }): Promise<void> {
  const away = desks.get(phone)
  away?.remove()
  desks.delete(phone)
  const top = phone.router.top?.page
  const entry = entryOf(phone, to?.url ?? addressOf(top), to?.scene ?? scenes.list)
  entries.set(phone, entry)
  phone.runtime.callApp('onShow', entry)
  tell(phone, 'AppShow', entry)
  if (to) await phone.router.reLaunch({ url: to.url })
  else top?.show()
}
