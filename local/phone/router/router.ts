import type { MountedPage, Runtime } from '../runtime/types'
import { EventChannel, channelPair } from './event-channel'
import { createFrame, type Frame } from './frame'
import { createPageBox, type PageBox } from './page-box'
import { routeUrl } from './route-url'
import { createTabBar, type TabBar } from './tab-bar'

export interface Route {
  url: string
}

/** The page stack with WeChat's rules. Every change waits for the one before. */
export interface Router {
  frame: Frame
  tabs: TabBar
  /** Address of a file of the app. */
  assetUrl(path: string): string
  /** Pages from the bottom to the one on screen. */
  readonly stack: MountedPage[]
  /** What surrounds the page on screen: its bar, scroller, pull-down. */
  readonly top: PageBox | undefined
  navigateTo(route: Route & { events?: Record<string, (...args: unknown[]) => void> }): Promise<{
    eventChannel: EventChannel
  }>
  redirectTo(route: Route): Promise<void>
  switchTab(route: Route): Promise<void>
  reLaunch(route: Route): Promise<void>
  navigateBack(route?: { delta?: number }): Promise<void>
  /** Resolves when every change asked for so far is over: in between the stack may be empty. */
  settled(): Promise<void>
  /** Hears every page that has come to the screen. */
  onRoute(listener: (page: MountedPage, way: string) => void): void
}

const LIMIT = 10
const nothing = () => {}

/** Fails as WeChat does, e.g. `navigateTo:fail can not navigateTo a tabbar page`. */
export class RouteError extends Error {}

/** Draws the telephone in `host` and moves pages. `assetUrl` gives the address of an app's file. */
export function createRouter(
  runtime: Runtime,
  host: HTMLElement,
  options: { assetUrl: (path: string) => string },
): Router {
  const { manifest } = runtime
  const tabPaths = new Set(manifest.tabBar?.list.map((item) => item.pagePath))
  const entryPath = manifest.app.entryPagePath ?? manifest.pages[0] ?? ''
  const keptTabs = new Map<string, PageBox>()
  const listeners: ((page: MountedPage, way: string) => void)[] = []
  let boxes: PageBox[] = []
  let last: Promise<unknown> = Promise.resolve()

  const frame = createFrame(host)
  const tabs = createTabBar(manifest.tabBar, options.assetUrl, (path, index, text) => {
    const tell = () => top()?.page?.call('onTabItemTap', { pagePath: path, index, text })
    if (top()?.page?.path === path) tell()
    else router.switchTab({ url: `/${path}` }).then(tell, nothing)
  })
  frame.pages.after(tabs.element)

  const top = () => boxes.at(-1)
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const done = last.then(change)
    last = done.catch(nothing)
    return done
  }
  const target = (way: string, url: string, tab: boolean | undefined) => {
    if (!url) throw new RouteError(`${way}:fail parameter error: url is missing`)
    const route = routeUrl(url, top()?.page?.path ?? entryPath)
    if (!manifest.pages.includes(route.path)) {
      throw new RouteError(`${way}:fail page "${route.path}" is not found`)
    }
    if (tab === false && tabPaths.has(route.path)) {
      throw new RouteError(`${way}:fail can not ${way} a tabbar page`)
    }
    if (tab === true && !tabPaths.has(route.path)) {
      throw new RouteError(`${way}:fail can not switch to no-tabBar page`)
    }
    return route
  }
  const shown = (way: string) => {
    const box = top()
    if (!box?.page) return
    box.element.hidden = false
    tabs.select(box.page.path)
    for (const other of boxes) if (other !== box) other.element.hidden = true
    for (const other of keptTabs.values()) if (other !== box) other.element.hidden = true
    for (const listener of listeners) listener(box.page, way)
  }
  const wayOut = (path: string, depth: number) =>
    depth > 0 ? 'back' : tabPaths.has(path) || path === entryPath ? 'none' : 'home'
  /** Mounts on top of `boxes`; on failure nothing of the page stays. */
  const push = async (path: string, query: Record<string, string>, opener?: EventChannel) => {
    const way = wayOut(path, boxes.length)
    const box: PageBox = createPageBox(way, () => {
      const gone =
        way === 'back' ? router.navigateBack() : router.reLaunch({ url: `/${entryPath}` })
      gone.catch(nothing)
    })
    const created = (page: MountedPage) => {
      if (box.page) return
      box.adopt(page)
      page.instance['getOpenerEventChannel'] ??= () => opener ?? new EventChannel()
      boxes.push(box)
    }
    box.bar.configure(manifest.app.window ?? {})
    frame.pages.append(box.element)
    tabs.select(path)
    try {
      created(await runtime.mountPage(path, query, box.host, created))
    } catch (error) {
      boxes = boxes.filter((other) => other !== box)
      box.element.remove()
      tabs.select(top()?.page?.path)
      throw error
    }
    if (tabPaths.has(path)) keptTabs.set(path, box)
    return box
  }
  const unload = (box: PageBox) => {
    box.page?.destroy()
    box.element.remove()
    if (box.page && keptTabs.get(box.page.path) === box) keptTabs.delete(box.page.path)
  }

  const router: Router = {
    frame,
    tabs,
    assetUrl: options.assetUrl,
    get stack() {
      return boxes.flatMap((box) => box.page ?? [])
    },
    get top() {
      return top()
    },
    navigateTo: ({ url, events }) =>
      inTurn(async () => {
        const { path, query } = target('navigateTo', url, false)
        if (boxes.length >= LIMIT)
          throw new RouteError('navigateTo:fail webview count limit exceed')
        const [opener, opened] = channelPair()
        for (const [name, listener] of Object.entries(events ?? {})) opener.on(name, listener)
        const before = top()
        before?.page?.hide()
        try {
          await push(path, query, opened)
        } catch (error) {
          before?.page?.show()
          throw error
        }
        shown('navigateTo')
        return { eventChannel: opener }
      }),
    redirectTo: ({ url }) =>
      inTurn(async () => {
        const { path, query } = target('redirectTo', url, false)
        const before = boxes.pop()
        if (before) unload(before)
        await push(path, query)
        shown('redirectTo')
      }),
    switchTab: ({ url }) =>
      inTurn(async () => {
        if (url.includes('?'))
          throw new RouteError('switchTab:fail url does not support queryString')
        const { path, query } = target('switchTab', url, true)
        if (top()?.page?.path === path) return
        const below = boxes[0]
        if (boxes.length === 1 && below?.page && tabPaths.has(below.page.path)) below.page.hide()
        while (boxes.length > 0) {
          const box = boxes.pop()
          if (box && !(box.page && keptTabs.get(box.page.path) === box)) unload(box)
        }
        const kept = keptTabs.get(path)
        if (kept) {
          boxes = [kept]
          kept.page?.show()
        } else {
          await push(path, query)
        }
        shown('switchTab')
      }),
    reLaunch: ({ url }) =>
      inTurn(async () => {
        const { path, query } = target('reLaunch', url, undefined)
        const all = new Set([...boxes.toReversed(), ...keptTabs.values()])
        boxes = []
        for (const box of all) unload(box)
        await push(path, query)
        shown('reLaunch')
      }),
    navigateBack: ({ delta = 1 } = {}) =>
      inTurn(async () => {
        if (boxes.length <= 1) {
          throw new RouteError('navigateBack:fail cannot navigate back at first page.')
        }
        for (let left = Math.min(delta, boxes.length - 1); left > 0; left--) {
          const box = boxes.pop()
          if (box) unload(box)
        }
        shown('navigateBack')
        top()?.page?.show()
      }),
    settled: () => last.then(nothing),
    onRoute: (listener) => void listeners.push(listener),
  }
  listeners.push(() => frame.setLight(top()?.bar.element.dataset['front'] === '#ffffff'))
  return router
}
