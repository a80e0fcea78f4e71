import { componentOf, domOf } from './element-tree'
import { rectOf, windowOf } from './selector-query'

interface Options {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}
type Margins = Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>

/** wx.createIntersectionObserver; also tells the `dataset` and `id` of what it sees, as WeChat does. */
export class IntersectionObserver {
  #scope: unknown
  #options: Options
  #relative: string | null = null
  #margins: Margins = {}
  #observers: globalThis.IntersectionObserver[] = []

  constructor(scope: unknown, options: Options = {}) {
    this.#scope = scope
    this.#options = options
  }

  relativeTo(selector: string, margins: Margins = {}) {
    this.#relative = selector
    this.#margins = margins
    return this
  }

  relativeToViewport(margins: Margins = {}) {
    this.#relative = null
    this.#margins = margins
    return this
  }

  observe(selector: string, listener: (result: Record<string, unknown>) => void) {
    const shadow = componentOf(this.#scope)?.getShadowRoot()
    const found = this.#options.observeAll
      ? (shadow?.querySelectorAll(selector) ?? [])
      : [shadow?.querySelector(selector)]
    const relative = this.#relative === null ? undefined : shadow?.querySelector(this.#relative)
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.#margins
    for (const node of found) {
      const target = domOf(node)
      if (!node || !target) continue
      const page = windowOf(target)
      const root = domOf(relative) ?? (page === document.documentElement ? null : page)
      const observer = new globalThis.IntersectionObserver(
        ([entry]) => {
          if (!entry) return
          listener({
            id: node.id,
            dataset: node.dataset,
            intersectionRatio: entry.intersectionRatio,
            intersectionRect: entry.intersectionRect.toJSON(),
            boundingClientRect: rectOf(target),
            relativeRect: entry.rootBounds?.toJSON() ?? {},
            time: Date.now(),
          })
        },
        {
          root,
          rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
          threshold: this.#options.thresholds ?? [0],
        },
      )
      observer.observe(target)
      this.#observers.push(observer)
    }
  }

  disconnect() {
    for (const observer of this.#observers.splice(0)) observer.disconnect()
  }
}
