import type { MountedPage } from '../runtime/types'
import { el } from './el'
import { createNavigationBar, type NavigationBar } from './navigation-bar'
import { setting } from './setting'
import { createPullDown, type PullDown } from './pull-down'

/** A page's place on the screen: its bar, the window that scrolls, its pull-down. */
export interface PageBox {
  element: HTMLElement
  /** Where the runtime mounts the page. */
  host: HTMLElement
  scroller: HTMLElement
  bar: NavigationBar
  pull: PullDown
  page: MountedPage | undefined
  /** Takes the page's config and passes scrolling on to it. */
  adopt(page: MountedPage): void
}

export function createPageBox(way: 'back' | 'home' | 'none', leave: () => void): PageBox {
  const bar = createNavigationBar(way, leave)
  const host = el('div', 'phone-page-host')
  const scroller = el('div', 'phone-page-scroll', host)
  const view = el('div', 'phone-page-view', scroller)
  const element = el('section', 'phone-page', bar.element, view)
  let below = false
  const config = () => box.page?.config ?? {}
  const box: PageBox = {
    element,
    host,
    scroller,
    bar,
    page: undefined,
    pull: createPullDown(
      scroller,
      host,
      () => config()['enablePullDownRefresh'] === true,
      () => box.page?.call('onPullDownRefresh'),
    ),
    adopt(page) {
      box.page = page
      bar.configure(page.config)
      element.classList.toggle('phone-page-custom', page.config['navigationStyle'] === 'custom')
      scroller.style.background = setting(page.config, 'backgroundColor', '#ffffff')
      scroller.classList.toggle('phone-page-fixed', page.config['disableScroll'] === true)
    },
  }
  scroller.addEventListener('scroll', () => {
    box.page?.call('onPageScroll', { scrollTop: scroller.scrollTop })
    const distance = Number(config()['onReachBottomDistance'] ?? 50)
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
    // Once per arrival, as in WeChat: the next call comes after the bottom has moved away.
    if (left <= distance && !below) box.page?.call('onReachBottom')
    below = left <= distance
  })
  return box
}
