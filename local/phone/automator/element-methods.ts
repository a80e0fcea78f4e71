import type { Element as Node, GeneralComponent } from 'glass-easel'
import { domOf, isComponentNode } from '../runtime/element-tree'
import { dataPath } from './data-path'
import { elementFunctions } from './element-function'
import type { Methods, Params } from './methods'
import type { Registry } from './registry'
import { propertiesOf, takeSnapshot } from './snapshot'
import { tap, touch } from './touch'

type Caller = Record<string, unknown> & { setData(data: Record<string, unknown>): void }

const bubbling = /^(tap|longpress|longtap|touch\w+|transitionend|animation\w+)$/

const each = (params: Params, read: (name: string) => unknown) =>
  (params['names'] as string[]).map((name) => read(name) ?? null)

/** `Element.*` of the protocol. */
export function elementMethods(registry: Registry): Methods {
  const node = (params: Params): Node => registry.node(params['elementId'])
  const dom = (params: Params): HTMLElement => {
    const found = domOf(node(params))
    if (!found) throw new Error('the element is not on screen')
    return found
  }
  const component = (params: Params): Caller => {
    const found = node(params)
    if (!isComponentNode(found)) throw new Error('the element is not a custom component')
    return found.getMethodCaller() as Caller
  }
  const send = (params: Params, name: string, detail: unknown) => {
    const composed = bubbling.test(name)
    node(params).triggerEvent(name, detail, { bubbles: composed, composed, capturePhase: composed })
  }

  return {
    'Element.getElement': (p) => {
      const [first] = registry.select(node(p), p['selector'], p['pageId'])
      if (!first) throw new Error(`no such element: ${String(p['selector'])}`)
      return first
    },
    'Element.getElements': (p) => ({
      elements: registry.select(node(p), p['selector'], p['pageId']),
    }),
    'Element.getDOMProperties': (p) => ({
      properties: each(p, (name) => dataPath(dom(p), name)),
    }),
    'Element.getProperties': (p) => ({ properties: each(p, (name) => property(node(p), name)) }),
    'Element.getAttributes': (p) => ({
      attributes: each(p, (name) => attribute(node(p), dom(p), name)),
    }),
    'Element.getStyles': (p) => {
      const style = getComputedStyle(dom(p))
      return { styles: each(p, (name) => style.getPropertyValue(name)) }
    },
    'Element.getOffset': (p) => {
      const element = dom(p)
      const scroller = element.closest('.phone-page-scroll')
      const box = element.getBoundingClientRect()
      const frame = scroller?.getBoundingClientRect()
      return {
        left: box.left - (frame?.left ?? 0) + (scroller?.scrollLeft ?? 0),
        top: box.top - (frame?.top ?? 0) + (scroller?.scrollTop ?? 0),
      }
    },
    'Element.getWXML': (p) => {
      const target = node(p)
      const { root } = takeSnapshot(target, true, true)
      if (p['type'] !== 'outer') return { wxml: root.innerHTML }
      const above = target.parentNode
      if (!above) return { wxml: root.innerHTML }
      const around = takeSnapshot(above, false, true)
      const own = [...around.root.children].find((child) => around.nodeOf(child) === target)
      return { wxml: own?.outerHTML ?? root.innerHTML }
    },
    'Element.tap': (p) => tap(dom(p)),
    'Element.touchstart': (p) => touch(dom(p), 'touchstart', p),
    'Element.touchmove': (p) => touch(dom(p), 'touchmove', p),
    'Element.touchend': (p) => touch(dom(p), 'touchend', p),
    'Element.triggerEvent': (p) => send(p, p['type'], p['detail'] ?? {}),
    'Element.dispatchEvent': (p) => {
      const name = String(p['eventName'])
      if (/^touch(start|move|end|cancel)$/.test(name)) touch(dom(p), name, p)
      else if (name === 'tap') tap(dom(p))
      else send(p, name, p['detail'] ?? {})
    },
    'Element.callFunction': (p) => {
      const run = elementFunctions[p['functionName']]
      if (!run) throw new Error(`${String(p['functionName'])} is not built in the local phone`)
      return { result: run(node(p), ...(p['args'] ?? [])) ?? null }
    },
    'Element.setData': (p) => component(p).setData(p['data']),
    'Element.getData': (p) => ({ data: dataPath(component(p)['data'], p['path']) ?? null }),
    'Element.callMethod': async (p) => {
      const caller = component(p)
      const method = caller[p['method']]
      if (typeof method !== 'function') throw new Error(`no method ${String(p['method'])}`)
      const result: unknown = await method.apply(caller, p['args'] ?? [])
      return { result: result ?? null }
    },
    'Element.callContextMethod': () => {
      throw new Error('video contexts are not built in the local phone')
    },
  }
}

const fieldOf = (node: Node) =>
  domOf(node)?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')

const shiftOf = (node: Node) => {
  const element = domOf(node)
  return new DOMMatrix(element ? getComputedStyle(element).transform : '')
}

function property(node: Node, name: string): unknown {
  if (!('data' in node)) return undefined
  const component = node as GeneralComponent
  const names = propertiesOf(component)
  const typed = /^wx:(input|textarea)$/.test(component.is) ? fieldOf(node) : undefined
  if (name === '__propPublic') {
    return Object.fromEntries([...names, ...(typed ? ['value'] : [])].map((each) => [each, true]))
  }
  // Where a movable view stands, dragged or told.
  if (name === '_translateX') return shiftOf(node).e
  if (name === '_translateY') return shiftOf(node).f
  // What the person sees in the field, which the page may not have written back.
  if (name === 'value' && typed) return typed.value
  return component.data[name]
}

function attribute(node: Node, element: HTMLElement, name: string): unknown {
  if (name === 'class') return node.class
  if (name === 'id') return node.id
  if (name === 'style') return node.style
  if (name.startsWith('data-')) {
    const key = name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    return node.dataset[key]
  }
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return element.getAttribute(name) ?? property(node, camel)
}
