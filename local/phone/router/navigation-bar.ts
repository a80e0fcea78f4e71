import { el } from './el'
import { setting } from './setting'

export interface NavigationBar {
  element: HTMLElement
  configure(config: Record<string, unknown>): void
  setTitle(title: string): void
  /** `frontColor` is #000000 or #ffffff, as WeChat demands. */
  setColor(frontColor: string, backgroundColor: string): void
  setLoading(on: boolean): void
}

const arrow =
  '<svg viewBox="0 0 12 20" width="12" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M10 2 2 10l8 8"/></svg>'
const house =
  '<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"><path d="M2.5 9 10 2.5 17.5 9M4.5 8v9h11V8"/></svg>'

/** WeChat's own bar over a page: back or home, title; gone when the page draws its own. */
export function createNavigationBar(
  way: 'back' | 'home' | 'none',
  leave: () => void,
): NavigationBar {
  const title = el('div', 'phone-nav-title')
  const spinner = el('span', 'phone-nav-spinner')
  const button = el('button', 'phone-nav-back')
  button.innerHTML = way === 'back' ? arrow : house
  button.setAttribute('aria-label', way === 'back' ? '返回' : '首页')
  button.hidden = way === 'none'
  button.addEventListener('click', leave)
  spinner.hidden = true
  const element = el('header', 'phone-nav', button, el('div', 'phone-nav-middle', spinner, title))
  const bar: NavigationBar = {
    element,
    configure(config) {
      element.hidden = config['navigationStyle'] === 'custom'
      bar.setTitle(setting(config, 'navigationBarTitleText', ''))
      const white = (config['navigationBarTextStyle'] ?? 'white') === 'white'
      bar.setColor(
        white ? '#ffffff' : '#000000',
        setting(config, 'navigationBarBackgroundColor', '#000000'),
      )
    },
    setTitle(text) {
      title.textContent = text
    },
    setColor(front, back) {
      element.style.color = front
      element.style.background = back
      element.dataset['front'] = front
    },
    setLoading(on) {
      spinner.hidden = !on
    },
  }
  return bar
}
