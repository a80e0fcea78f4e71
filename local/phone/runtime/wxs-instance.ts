import { Component, type Element } from 'glass-easel'
import { componentOf, domOf, styleSegments } from './element-tree'

type Style = string | Record<string, string | number>

const styleText = (style: Style) =>
  typeof style === 'string'
    ? style
    : Object.entries(style)
        .map(([name, value]) => `${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${value}`)
        .join(';')

const states = new WeakMap<object, Record<string, unknown>>()
const instances = new WeakMap<object, unknown>()

/** What WXS code gets as `ownerInstance`, `instance` or a selected component. */
const createInstance = (node: Element) => {
  const component = componentOf(node)
  const caller = component?.getMethodCaller() as Record<string, unknown> | undefined
  const shadow = component?.getShadowRoot()
  return {
    selectComponent: (selector: string) => instanceFor(shadow?.querySelector(selector)),
    selectAllComponents: (selector: string) =>
      (shadow?.querySelectorAll(selector) ?? []).map((found) => instanceFor(found)),
    setStyle: (style: Style) => node.setNodeStyle(styleText(style), styleSegments.animation),
    addClass: (name: string) => node.classList?.toggle(name, true),
    removeClass: (name: string) => node.classList?.toggle(name, false),
    hasClass: (name: string) => node.classList?.contains(name) ?? false,
    getDataset: () => node.dataset,
    getState: () => {
      const state = states.get(node) ?? {}
      states.set(node, state)
      return state
    },
    callMethod: (name: string, argument?: unknown) => {
      const method = caller?.[name]
      return typeof method === 'function' ? (method.call(caller, argument) as unknown) : undefined
    },
    triggerEvent: (name: string, detail?: unknown) => node.triggerEvent(name, detail, {}),
    requestAnimationFrame: (run: () => void) => requestAnimationFrame(run),
    getBoundingClientRect: () => domOf(node)?.getBoundingClientRect(),
    getComputedStyle: (names: string[]) => {
      const dom = domOf(node)
      const style = dom && getComputedStyle(dom)
      return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name) ?? '']))
    },
    setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimeout: (id: number) => clearTimeout(id),
  }
}

export const instanceFor = (target: unknown): unknown => {
  const node = componentOf(target) ?? (target as Element | null | undefined)
  if (!node || !(Component.isComponent(node) || 'setNodeStyle' in node)) return undefined
  const known = instances.get(node)
  if (known) return known
  const made = createInstance(node)
  instances.set(node, made)
  return made
}
