import type { Element as Node, GeneralComponent } from 'glass-easel'
import { domOf } from '../runtime/element-tree'
import { tap } from './touch'

type Field = HTMLInputElement | HTMLTextAreaElement

const inner = (node: Node): HTMLElement => {
  const element = domOf(node)
  if (!element) throw new Error('the element is not on screen')
  return element
}

/** Types into the field as a person: the whole text at once, then its `input` event. */
const type = (node: Node, value: unknown) => {
  const field = inner(node).querySelector<Field>('input, textarea')
  if (!field) throw new Error('the element has no field')
  field.focus()
  field.value = String(value)
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: field.value }))
}

const scrolls = (e: Element) => /auto|scroll/.test(getComputedStyle(e).overflow)

/** The element that scrolls: the node's own or the first inside that can. */
const scroller = (node: Node): HTMLElement => {
  const own = inner(node)
  return [own, ...own.querySelectorAll<HTMLElement>('*')].find(scrolls) ?? own
}

const set = (node: Node, data: Record<string, unknown>) => (node as GeneralComponent).setData(data)

/** `Element.callFunction`: what the client's InputElement, ScrollViewElement … ask for. */
export const elementFunctions: Record<string, (node: Node, ...args: unknown[]) => unknown> = {
  'input.input': type,
  'textarea.input': type,
  'scroll-view.scrollTo': (node, left, top) =>
    scroller(node).scrollTo({ left: Number(left), top: Number(top), behavior: 'instant' }),
  'scroll-view.scrollTop': (node) => scroller(node).scrollTop,
  'scroll-view.scrollLeft': (node) => scroller(node).scrollLeft,
  'scroll-view.scrollWidth': (node) => scroller(node).scrollWidth,
  'scroll-view.scrollHeight': (node) => scroller(node).scrollHeight,
  'swiper.swipeTo': (node, index) => set(node, { current: Number(index) }),
  'movable-view.moveTo': (node, x, y) => set(node, { x: Number(x), y: Number(y) }),
  'switch.tap': (node) => tap(inner(node)),
  'slider.slideTo': (node, value) => {
    set(node, { value: Number(value) })
    node.triggerEvent('change', { value: Number(value) })
  },
}
