import type { GeneralComponent } from 'glass-easel'

type Widen<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly unknown[]
        ? unknown[]
        : T extends null
          ? unknown
          : T

/** What an element's own code works with. */
export interface Self<P> {
  host: HTMLElement
  node: GeneralComponent
  /** Current value of a property. */
  get: <K extends keyof P>(name: K) => Widen<P[K]>
  /** Changes a property from inside; `model:` bindings of the page follow. */
  set: (values: { [K in keyof P]?: Widen<P[K]> }) => void
  emit: (
    name: string,
    detail?: unknown,
    options?: { bubbles?: boolean; returned?: (value: unknown) => void },
  ) => void
  /** Hears an event of the element tree, e.g. `tap`; `false` stops it. */
  on: (
    name: string,
    listener: (event: TreeEvent) => boolean | void,
    options?: { capture: boolean },
  ) => void
}

export interface TreeEvent {
  detail: Record<string, unknown>
  touches?: { clientX: number; clientY: number }[]
  changedTouches?: { clientX: number; clientY: number }[]
}

export interface Hooks<P> {
  /** Called after a property has changed, once its element is in place. */
  changed?: { [K in keyof P]?: (value: Widen<P[K]>) => void }
  attached?: () => void
  detached?: () => void
}

/** One of WeChat's elements: properties with their defaults (null: any type) and what it does. */
export interface Builtin<P extends Record<string, unknown> = Record<string, unknown>> {
  tag: string
  properties?: P
  setup?: (self: Self<P>) => Hooks<P> | void
}

/** Only for the types: the properties' values are known inside `setup`. */
export const builtin = <P extends Record<string, unknown>>(definition: Builtin<P>) =>
  definition as unknown as Builtin

/** A child element of the built-in's own, not of the page. */
export const part = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (HTMLElement | string)[]
) => {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}
