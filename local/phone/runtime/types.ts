import type { GeneralComponent } from 'glass-easel'

/** What page code sees as `this`: data, setData, selectComponent and its own methods. */
export type Instance = Record<string, unknown> & {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>, done?: () => void): void
}

/** One page of the stack, created and in the document. */
export interface MountedPage {
  /** Counts up from 1; the same pages opened in the same order get the same ids. */
  id: number
  /** Route without a leading slash, e.g. `pages/home/home`. */
  path: string
  query: Record<string, string>
  /** The page's box in the document; the router shows and hides it. */
  element: HTMLElement
  instance: Instance
  /** glass-easel's tree of the page, for the automator and selector queries. */
  root: GeneralComponent
  /** The page's json merged over app.json's `window`. */
  config: Record<string, unknown>
  /** Fires onShow and the `show` page lifetimes of its components; switches its styles on. */
  show(): void
  hide(): void
  /** Fires onUnload and `detached`, removes the element. */
  destroy(): void
  /** Resolves after onReady. */
  ready: Promise<void>
  /** Calls a handler of the page if it has one: onPullDownRefresh, onReachBottom, onShareAppMessage… */
  call(name: string, ...args: unknown[]): unknown
  /** The data that is no longer as the source gives it. */
  written(): Record<string, unknown>
}

export interface TabBar {
  custom?: boolean
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: string
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

/** What the server says about the app, once, at start. */
export interface AppManifest {
  /** app.json as it is in the folder. */
  app: Record<string, unknown> & { window?: Record<string, unknown>; entryPagePath?: string }
  /** All routes, those of subpackages included, the first page first. */
  pages: string[]
  tabBar?: TabBar
  subpackages: { root: string; name?: string; pages: string[] }[]
  /** Changes with every build; asked for with each file so that nothing stale is used. */
  version: number
}

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: Record<string, unknown>
}

export interface Runtime {
  manifest: AppManifest
  /**
   * Loads the page's files (and those of its components), creates it in `host`, fires onLoad, onShow
   * and onReady in WeChat's order. Rejects if its files cannot be run; an error inside onLoad is
   * reported on screen and in the terminal and the page goes on, as in WeChat.
   * `created` is called with the new page before onLoad: only so are getCurrentPages() and
   * getOpenerEventChannel() right inside onLoad.
   */
  mountPage(
    path: string,
    query: Record<string, string>,
    host: HTMLElement,
    created?: (page: MountedPage) => void,
  ): Promise<MountedPage>
  /** Runs app.js: App({ onLaunch, onShow }). */
  launchApp(options: LaunchOptions): Promise<void>
  /** What `App({…})` was given, as `getApp()` in a page; undefined before launchApp. */
  getApp(): Record<string, unknown> | undefined
  /** Calls a method of the app as WeChat would, e.g. onPageNotFound; false when it has none. */
  callApp(name: string, argument: unknown): boolean
  /** Paths of the pages whose files have been loaded. */
  loadedPages(): string[]
}

/** What the URL of the phone says: `?openid=o1&page=/pages/home/home?x=1`. */
export interface PhoneEnv {
  openid: string
  /** First page with its query; the app's entry page when absent. */
  page?: string
  params: URLSearchParams
}
