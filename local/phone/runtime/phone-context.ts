import { CurrentWindowBackendContext, Event as TreeEvent, type Element as Node } from 'glass-easel'
import { watchGestures } from './gestures'
import { toCssLengths } from './css-lengths'

type DomlikeElement = ReturnType<CurrentWindowBackendContext['document']['createElement']>

/** The DOM elements carry their node of glass-easel's tree. */
export type Owned = HTMLElement & { __wxElement?: Node }

/** Nearest node of the element tree at or above a DOM element. */
export const nodeOf = (target: EventTarget | null): Node | undefined => {
  for (let at = target as (Owned & globalThis.Node) | null; at; at = at.parentNode as never)
    if (at['__wxElement']) return at['__wxElement']
  return undefined
}

const createElement = (tag: string) => {
  const element = document.createElement(`wx-${tag}`)
  const set = element.setAttribute.bind(element)
  element.setAttribute = (name: string, value: string) =>
    set(name, name === 'style' ? toCssLengths(value) : value)
  return element as unknown as DomlikeElement
}

/** Events that styles cause; everything else comes from gestures or from the built-ins themselves. */
const styleEvents = ['transitionend', 'animationstart', 'animationiteration', 'animationend']

/** glass-easel in this document, with WeChat's element names, gestures and one copy of a sheet. */
export class PhoneContext extends CurrentWindowBackendContext {
  #sheets = new Map<string, number>()
  #elements = new Map<string, HTMLStyleElement>()

  constructor() {
    super()
    const create = this.document
    this.document = {
      createElement,
      createTextNode: (text) => create.createTextNode(text),
      createDocumentFragment: () => create.createDocumentFragment(),
    }
    for (const name of styleEvents)
      document.addEventListener(name, (event) => {
        const node = nodeOf(event.target)
        if (node) this.send(node, name, {}, event)
      })
    watchGestures((target, name, detail, event, fields) => {
      const node = nodeOf(target)
      return node ? this.send(node, name, detail, event, fields) : false
    })
  }

  /** Sends a bubbling event through the tree; true when a listener asked to prevent the default. */
  send(
    node: Node,
    name: string,
    detail: unknown,
    originalEvent?: Event,
    extraFields?: Record<string, unknown>,
  ): boolean {
    const event = new TreeEvent(name, detail, {
      originalEvent,
      bubbles: true,
      composed: true,
      capturePhase: true,
      ...(extraFields ? { extraFields } : {}),
    })
    TreeEvent.dispatchEvent(node, event)
    return event.defaultPrevented()
  }

  /** Nothing is bound to single elements: an `input` event of an inner field must not come twice. */
  override setListenerStats() {}

  override appendStyleSheetPath(path: string, scope?: number) {
    const known = this.#sheets.get(path)
    if (known !== undefined) return known
    const before = document.head.lastElementChild
    const index = super.appendStyleSheetPath(path, scope)
    this.#sheets.set(path, index)
    const element = document.head.lastElementChild
    if (element !== before) this.#elements.set(path, element as HTMLStyleElement)
    return index
  }

  /** Changes a sheet where it stands; false when it has none because it was empty. */
  replaceStyleSheet(path: string, css: string) {
    this.registerStyleSheetContent(path, css)
    const element = this.#elements.get(path)
    if (element) element.textContent = css
    return element !== undefined || !this.#sheets.has(path)
  }
}
