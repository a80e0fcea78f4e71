import { el } from './el'
import { frameStyle } from './frame-style'

/** The telephone around the pages: status bar, capsule, home indicator, layer for dialogs. */
export interface Frame {
  element: HTMLElement
  pages: HTMLElement
  /** Toasts, dialogs and sheets are put here. */
  overlay: HTMLElement
  /** What the two halves of the capsule do; set once the app's functions exist. */
  capsule: { menu: () => void; close: () => void }
  /** The sign of the network in the status bar. */
  setOnline(online: boolean): void
  /** Draws the time of the status bar now, and every second from now on. */
  startClock(): void
  /** Status bar and capsule in white, for dark bars. */
  setLight(light: boolean): void
}

const signals =
  '<svg viewBox="0 0 66 12" fill="currentColor"><rect x="0" y="8" width="3" height="4" rx="1"/><rect x="5" y="5" width="3" height="7" rx="1"/><rect x="10" y="2.500" width="3" height="9.500" rx="1"/><rect x="15" y="0" width="3" height="12" rx="1"/><path class="phone-wifi" d="M31 2.200c2.300 0 4.400.9 6 2.400l1.200-1.200A10.300 10.300 0 0 0 31 .5c-2.800 0-5.300 1.100-7.200 2.900L25 4.600a8.600 8.600 0 0 1 6-2.400Zm0 4c1.200 0 2.300.5 3.100 1.200l1.300-1.200A6.300 6.300 0 0 0 31 4.500c-1.700 0-3.200.6-4.400 1.700l1.300 1.200A4.600 4.600 0 0 1 31 6.200Zm-2 2.700 2 2.100 2-2.100a2.900 2.900 0 0 0-4 0Z"/><rect x="44.500" y=".5" width="19" height="11" rx="3" fill="none" stroke="currentColor" opacity=".4"/><rect x="46" y="2" width="16" height="8" rx="1.800"/></svg>'
const dots =
  '<svg width="22" height="8" fill="currentColor"><circle cx="3" cy="4" r="2"/><circle cx="11" cy="4" r="3"/><circle cx="19" cy="4" r="2"/></svg>'
const target =
  '<svg width="18" height="18" fill="none" stroke="currentColor" stroke-width="2"><circle cx="9" cy="9" r="7.500"/><circle cx="9" cy="9" r="2.500" fill="currentColor"/></svg>'

const nothing = () => {}

export function createFrame(host: HTMLElement): Frame {
  const press = { menu: nothing, close: nothing }
  const style = el('style')
  style.textContent = frameStyle
  document.head.append(style)
  const time = el('span')
  const signal = el('span')
  signal.innerHTML = signals
  const more = el('button')
  more.innerHTML = dots
  more.setAttribute('aria-label', '更多')
  more.addEventListener('click', () => press.menu())
  const exit = el('button')
  exit.innerHTML = target
  exit.setAttribute('aria-label', '关闭')
  exit.addEventListener('click', () => press.close())
  const pages = el('main', 'phone-pages')
  const overlay = el('div', 'phone-overlay')
  const status = el('div', 'phone-status', time, signal)
  const capsule = el('div', 'phone-capsule', more, exit)
  const element = el('div', 'phone-frame', pages, status, capsule, overlay, el('i', 'phone-home'))
  host.append(element)
  const tick = () => {
    // The point is in Shenzhen whatever the laptop's zone is: a fixed +08:00, as in the app.
    time.textContent = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 16)
  }
  return {
    element,
    pages,
    overlay,
    capsule: press,
    setOnline: (online) => element.classList.toggle('phone-offline', !online),
    startClock() {
      tick()
      setInterval(tick, 1000)
    },
    setLight: (light) => element.classList.toggle('phone-light', light),
  }
}
