import { Component, type Element } from 'glass-easel'
import { componentOf, domOf, rootOf } from './element-tree'

type Fields = Partial<
  Record<'id' | 'dataset' | 'mark' | 'rect' | 'size' | 'scrollOffset' | 'context' | 'node', boolean>
> & { properties?: string[]; computedStyle?: string[] }
type Result = Record<string, unknown>
type Done = (result: never) => void

interface Job {
  scope: unknown
  selector: string | null
  all: boolean
  fields: Fields
  done: Done | undefined
}

export interface QueryHost {
  /** Where a query looks that names no component: the page on top. */
  currentPage(): unknown
}

/** The page's scrolling window, which rectangles are relative to. */
export const windowOf = (dom: Element | HTMLElement | undefined): HTMLElement =>
  (dom as HTMLElement | undefined)?.closest?.('.phone-page-scroll') ?? document.documentElement

/** Rectangle in the page's window, in CSS pixels. */
export const rectOf = (dom: HTMLElement) => {
  const rect = dom.getBoundingClientRect()
  const page = windowOf(dom)
  const origin =
    page === document.documentElement ? { left: 0, top: 0 } : page.getBoundingClientRect()
  return {
    left: rect.left - origin.left,
    top: rect.top - origin.top,
    right: rect.right - origin.left,
    bottom: rect.bottom - origin.top,
    width: rect.width,
    height: rect.height,
  }
}

/** What a built-in gives as `node` (canvas, scroll-view) or `context`. */
export interface WithNode {
  wxNode?: () => unknown
}

const nodeGivenBy = (dom: (HTMLElement & WithNode) | undefined) => dom?.wxNode?.()

const describe = (node: Element, fields: Fields): Result => {
  const dom = domOf(node)
  const result: Result = {}
  if (fields.id) result['id'] = node.id
  if (fields.dataset) result['dataset'] = node.dataset
  if (fields.mark) result['mark'] = node.collectMarks()
  const { width, height, ...edges } = dom
    ? rectOf(dom)
    : { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
  if (fields.rect) Object.assign(result, edges)
  if (fields.size) Object.assign(result, { width, height })
  if (fields.scrollOffset && dom)
    Object.assign(result, {
      scrollLeft: dom.scrollLeft,
      scrollTop: dom.scrollTop,
      scrollWidth: dom.scrollWidth,
      scrollHeight: dom.scrollHeight,
    })
  for (const name of fields.properties ?? [])
    if (Component.isComponent(node)) result[name] = node.data[name] as unknown
  const style = dom && fields.computedStyle ? getComputedStyle(dom) : undefined
  for (const name of fields.computedStyle ?? [])
    result[name] = style?.getPropertyValue(name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`))
  if (fields.node) result['node'] = nodeGivenBy(dom) ?? null
  if (fields.context) result['context'] = nodeGivenBy(dom) ?? null
  return result
}

const describeWindow = (scope: unknown, fields: Fields): Result => {
  const component = componentOf(scope)
  const page = windowOf(component && domOf(rootOf(component)))
  const { clientWidth: width, clientHeight: height } = page
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset
      ? {
          scrollLeft: page.scrollLeft,
          scrollTop: page.scrollTop,
          scrollWidth: page.scrollWidth,
          scrollHeight: page.scrollHeight,
        }
      : {}),
  }
}

/** `a >>> b` reaches into components: each step looks inside what the step before found. */
const find = (scope: unknown, selector: string): Element[] => {
  let hosts = [componentOf(scope)]
  let found: Element[] = []
  for (const step of selector.split('>>>')) {
    found = hosts.flatMap((host) => host?.getShadowRoot()?.querySelectorAll(step.trim()) ?? [])
    hosts = found.map((node) => componentOf(node))
  }
  return found
}

export class SelectorQuery {
  #jobs: Job[] = []
  #scope: unknown
  #host: QueryHost

  constructor(host: QueryHost, scope?: unknown) {
    this.#host = host
    this.#scope = scope
  }

  in(scope: unknown): SelectorQuery {
    this.#scope = scope
    return this
  }

  select(selector: string) {
    return this.#nodes(selector, false)
  }

  selectAll(selector: string) {
    return this.#nodes(selector, true)
  }

  selectViewport() {
    return this.#nodes(null, false)
  }

  #nodes(selector: string | null, all: boolean) {
    const scope = this.#scope ?? this.#host.currentPage()
    const push = (fields: Fields, done?: Done): SelectorQuery => {
      this.#jobs.push({ scope, selector, all, fields, done })
      return this
    }
    return {
      fields: push,
      boundingClientRect: (done?: Done) =>
        push({ id: true, dataset: true, rect: true, size: true }, done),
      scrollOffset: (done?: Done) => push({ id: true, dataset: true, scrollOffset: true }, done),
      context: (done?: Done) => push({ context: true }, done),
      node: (done?: Done) => push({ node: true }, done),
      ref: (done?: Done) => push({ node: true }, done),
    }
  }

  exec(done?: (results: unknown[]) => void) {
    const jobs = this.#jobs
    queueMicrotask(() => {
      const results = jobs.map(({ scope, selector, all, fields }) => {
        if (selector === null) return describeWindow(scope, fields)
        const described = find(scope, selector).map((node) => describe(node, fields))
        return all ? described : (described[0] ?? null)
      })
      for (const [index, job] of jobs.entries()) job.done?.(results[index] as never)
      done?.(results)
    })
    return this
  }
}
