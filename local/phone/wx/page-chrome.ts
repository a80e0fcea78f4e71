import { allAsynchronous, WxFailure } from './asynchronous'
import type { Family } from './family'

/** What pages may change around themselves: bar, pull-down, scroll position, tab bar. */
export const pageChrome: Family = ({ router }) => {
  const top = () => {
    if (!router.top) throw new WxFailure('page is not found')
    return router.top
  }
  return allAsynchronous({
    setNavigationBarTitle: (o) => top().bar.setTitle(String(o['title'] ?? '')),
    setNavigationBarColor: (o) => {
      const front = String(o['frontColor'])
      if (!/^#(000000|ffffff)$/i.test(front)) {
        throw new WxFailure('invalid frontColor: only #ffffff and #000000 are supported')
      }
      top().bar.setColor(front.toLowerCase(), String(o['backgroundColor']))
      router.frame.setLight(front.toLowerCase() === '#ffffff')
    },
    showNavigationBarLoading: () => top().bar.setLoading(true),
    hideNavigationBarLoading: () => top().bar.setLoading(false),
    setBackgroundColor: (o) => {
      if (o['backgroundColor']) top().scroller.style.background = o['backgroundColor']
    },
    setBackgroundTextStyle: () => {},
    startPullDownRefresh: () => top().pull.start(),
    stopPullDownRefresh: () => top().pull.stop(),
    pageScrollTo: (o) => {
      const { scroller, page } = top()
      let to = o['scrollTop'] as number | undefined
      if (o['selector']) {
        const found = page?.root.getShadowRoot()?.querySelector(String(o['selector']))
        if (!found) throw new WxFailure(`selector ${String(o['selector'])} is not found`)
        const box = (found.$$ as unknown as HTMLElement).getBoundingClientRect()
        to =
          box.top -
          scroller.getBoundingClientRect().top +
          scroller.scrollTop +
          (o['offsetTop'] ?? 0)
      }
      if (to === undefined) throw new WxFailure('parameter error: scrollTop or selector is missing')
      scroller.scrollTo({ top: to, behavior: o['duration'] === 0 ? 'instant' : 'smooth' })
    },
    setTabBarBadge: (o) => router.tabs.setBadge(o['index'], String(o['text'])),
    removeTabBarBadge: (o) => router.tabs.setBadge(o['index'], ''),
    showTabBarRedDot: (o) => router.tabs.setBadge(o['index'], '•'),
    hideTabBarRedDot: (o) => router.tabs.setBadge(o['index'], ''),
    hideTabBar: () => router.tabs.setHidden(true),
    showTabBar: () => router.tabs.setHidden(false),
  })
}
