import { addressOf, bringBack, putAway, scenes } from './app-life'
import { followClock } from './clock'
import { tell, type Phone } from './family'
import { networkState } from './network-state'
import { tellShell } from './shell-link'
import { textSize } from './text-size'

/** What the shell may do to a phone, as `window.phone` of the phone's document. */
export interface PhoneRemote {
  openid: string
  setOnline(online: boolean): void
  /** Factor of the normal text size, 1 to 2. As in WeChat the person leaves the app to set it, and comes back. */
  setTextScale(scale: number): Promise<void>
  refreshClock(): Promise<void>
  /** Opens a page as a service message or a shared card does: the app starts anew there. */
  open(url: string, way: 'message' | 'share'): Promise<void>
  /** Address of the page on screen, with its query. */
  page(): string
}

export function openPhoneRemote(phone: Phone): void {
  const { env, router } = phone
  const remote: PhoneRemote = {
    openid: env.openid,
    setOnline(online) {
      if (networkState.online === online) return
      networkState.online = online
      router.frame.setOnline(online)
      tell(phone, 'NetworkStatusChange', {
        isConnected: online,
        networkType: online ? 'wifi' : 'none',
      })
    },
    async setTextScale(scale) {
      putAway(phone)
      textSize.set(scale)
      await bringBack(phone)
    },
    refreshClock: () => followClock(),
    open: (url, way) =>
      bringBack(phone, { url: url.startsWith('/') ? url : `/${url}`, scene: scenes[way] }),
    page: () => addressOf(router.top?.page),
  }
  if (env.params.get('network') === 'off') remote.setOnline(false)
  textSize.set(Number(env.params.get('text') ?? 1))
  router.onRoute((page) => tellShell(phone, { kind: 'page', path: page.path }))
  window.addEventListener('resize', () =>
    tell(phone, 'WindowResize', {
      size: { windowWidth: window.innerWidth, windowHeight: window.innerHeight },
    }),
  )
  ;(window as { phone?: PhoneRemote }).phone = remote
}
