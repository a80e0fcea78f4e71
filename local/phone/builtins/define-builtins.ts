import { type ComponentSpace, type GeneralComponent } from 'glass-easel'
import { builtinPrefix } from '../runtime/element-tree'
import { animationOf } from './animation'
import { ariaProperties, setAria } from './aria'
import type { Builtin, Hooks, Self, TreeEvent } from './builtin'
import { builtins } from './builtins'
import { watchHover } from './hover'

const common: Record<string, unknown> = {
  hidden: false,
  animation: null,
  hoverClass: 'none',
  hoverStartTime: 50,
  hoverStayTime: 400,
  hoverStopPropagation: false,
  ...ariaProperties,
}

const typeOf = (value: unknown) => {
  if (typeof value === 'string') return String
  if (typeof value === 'number') return Number
  if (typeof value === 'boolean') return Boolean
  if (Array.isArray(value)) return Array
  return null
}

type Changed = Record<string, (value: unknown) => void>

const hooksOf = new WeakMap<object, Hooks<Record<string, unknown>>>()

const selfOf = (node: GeneralComponent): Self<Record<string, unknown>> => ({
  host: node.getBackendElement() as unknown as HTMLElement,
  node,
  get: (name) => (node.data as Record<string, unknown>)[name],
  set: (values) => node.setData(values),
  emit: (name, detail = {}, { bubbles = false, returned } = {}) =>
    node.triggerEvent(name, detail, {
      bubbles,
      composed: bubbles,
      ...(returned ? { handleListenerReturn: returned } : {}),
    }),
  on: (name, listener, options) =>
    node.addListener(name, (event) => listener(event as unknown as TreeEvent), options),
})

/** A page that was left may still set data: its tree has no document any more, and nothing is drawn. */
const isDrawn = (node: GeneralComponent) => node.getBackendElement() !== null

const changed = (node: GeneralComponent, name: string, value: unknown) => {
  if (!isDrawn(node)) return
  const host = node.getBackendElement() as unknown as HTMLElement
  if (name === 'hidden') host.toggleAttribute('hidden', Boolean(value))
  else if (name === 'animation') animationOf(host, value)
  else if (name in ariaProperties) setAria(host, name, value)
  else (hooksOf.get(node)?.changed as Changed | undefined)?.[name]?.(value)
}

const define = (space: ComponentSpace, { tag, properties = {}, setup }: Builtin) => {
  const all = { ...common, ...properties }
  const definition = space.defineComponent({
    is: `${builtinPrefix}${tag}`,
    options: { writeFieldsToNode: false, writeIdToDOM: false },
    properties: Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        name,
        {
          type: typeOf(value) as never,
          value: value as never,
          observer(this: GeneralComponent, now: unknown) {
            changed(this, name, now)
          },
        },
      ]),
    ),
    lifetimes: {
      created() {
        const node = this as unknown as GeneralComponent
        if (!isDrawn(node)) return
        const self = selfOf(node)
        watchHover(self)
        const hooks = setup?.(self)
        if (hooks) hooksOf.set(node, hooks)
      },
      attached() {
        hooksOf.get(this)?.attached?.()
      },
      detached() {
        hooksOf.get(this)?.detached?.()
      },
    },
  })
  space.setGlobalUsingComponent(tag, definition as never)
}

/** Makes WeChat's elements known to every template of the app. */
export const defineBuiltins = (space: ComponentSpace) => {
  for (const one of builtins) define(space, one)
}
