import { component } from 'glass-easel-miniprogram-adapter'
import type { GeneralComponent } from 'glass-easel'
import {
  animate,
  clearAnimation,
  followScroll,
  type AnimationFrame,
  type ScrollTimeline,
} from './animate'
import { componentOf, domOf, rootOf } from './element-tree'

interface Home {
  id: number
  tabBar: GeneralComponent | undefined
}

const homes = new WeakMap<GeneralComponent, Home>()

/** Notes on which page the components under `root` are. */
export const settleIn = (root: GeneralComponent, home: Home) => void homes.set(root, home)

const homeOf = (caller: unknown) => {
  const own = componentOf(caller)
  return own && homes.get(rootOf(own))
}

const elementsOf = (caller: unknown, selector: string) =>
  (componentOf(caller)?.getShadowRoot()?.querySelectorAll(selector) ?? []).flatMap(
    (node) => domOf(node) ?? [],
  )

/** What `this` of a page or component has in WeChat beyond what the adapter gives. */
export const addComponentMethods = () => {
  Object.assign(component.ComponentCaller.prototype, {
    getPageId(this: unknown) {
      return `pageId:${homeOf(this)?.id ?? 0}`
    },
    /** The custom tab bar of the page; each tab page has its own. */
    getTabBar(this: unknown, given?: (tabBar: unknown) => void) {
      const tabBar: unknown = homeOf(this)?.tabBar?.getMethodCaller()
      given?.(tabBar)
      return tabBar
    },
    animate(
      this: unknown,
      selector: string,
      frames: AnimationFrame[],
      durationMs: number,
      then?: (() => void) | ScrollTimeline,
    ) {
      const done = typeof then === 'function' ? () => then.call(this) : () => {}
      const animations = animate(elementsOf(this, selector), frames, durationMs, done)
      if (typeof then !== 'object') return
      const [source] = elementsOf(this, then.scrollSource)
      if (source) followScroll(animations, source, then)
    },
    clearAnimation(
      this: unknown,
      selector: string,
      options?: Record<string, boolean> | (() => void),
      done?: () => void,
    ) {
      const names = typeof options === 'object' ? Object.keys(options) : []
      clearAnimation(elementsOf(this, selector), names)
      const finished = typeof options === 'function' ? options : done
      finished?.call(this)
    },
  })
}
