import {
  Component,
  TextNode,
  VirtualNode,
  type Element as Node,
  type GeneralComponent,
} from 'glass-easel'
import { isComponentNode } from '../runtime/element-tree'

/**
 * The element tree as an XML document: selectors, XPath and WXML text then come from the browser.
 * Custom components are closed: their inside is a tree of its own, as in WeChat.
 */
export interface Snapshot {
  root: Element
  nodeOf: (element: Element) => Node
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const xmlName = /^[A-Za-z_][\w.-]*$/

export const tagOf = (node: Node): string => {
  const named = node as unknown as { tagName?: string; is?: string }
  return named.tagName || named.is || 'view'
}

const attributes = (from: Node, to: Element) => {
  if (from.id) to.setAttribute('id', from.id)
  if (from.class) to.setAttribute('class', from.class)
  if (from.style) to.setAttribute('style', from.style)
  for (const { name, value } of from.attributes ?? []) {
    if (xmlName.test(name)) to.setAttribute(name, text(value))
  }
  for (const [name, value] of Object.entries(from.dataset)) {
    to.setAttribute(`data-${dashed(name)}`, text(value))
  }
  if (!('data' in from)) return
  const component = from as GeneralComponent
  for (const name of propertiesOf(component)) {
    const value: unknown = component.data[name]
    if (!to.hasAttribute(name) && typeof value !== 'object' && value !== undefined && value !== '')
      to.setAttribute(dashed(name), text(value))
  }
}

/** The children of `node` in its own tree, or, with `inside`, what a component draws. */
export function takeSnapshot(node: Node, inside: boolean, open = false): Snapshot {
  const nodes = new Map<Element, Node>()
  const xml = document.implementation.createDocument(null, 'page')

  const add = (children: readonly (Node | TextNode)[], into: Element): void => {
    for (const child of children) {
      if (TextNode.isTextNode(child)) {
        into.append(child.textContent)
        continue
      }
      // A component with a virtual host is virtual too, but it is an element of the page.
      if (VirtualNode.isVirtualNode(child)) {
        add(open ? child.getComposedChildren() : child.childNodes, into)
        continue
      }
      const element = xml.createElement(tagOf(child))
      nodes.set(element, child)
      attributes(child, element)
      into.append(element)
      const opened = open && isComponentNode(child) ? child.getShadowRoot() : null
      add((opened ?? child).childNodes, element)
    }
  }
  const from = inside && isComponentNode(node) ? node.getShadowRoot() : node
  add((from ?? node).childNodes, xml.documentElement)
  return {
    root: xml.documentElement,
    nodeOf(element) {
      const found = nodes.get(element)
      if (!found) throw new Error('no such element')
      return found
    },
  }
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

export const propertiesOf = (component: GeneralComponent): string[] =>
  Component.listProperties(component as never)
