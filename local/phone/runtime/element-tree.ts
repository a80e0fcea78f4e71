import { Component, type Element, type GeneralComponent, type Node } from 'glass-easel'

type StyleSegmentIndex = NonNullable<Parameters<Element['setNodeStyle']>[1]>

/** Parts of a node's style above the template's own. */
export const styleSegments: Record<'animation' | 'top', StyleSegmentIndex> = JSON.parse(
  // The enum is const and cannot be imported as a value from a file compiled alone.
  '{"animation":2,"top":3}',
)

export interface Settable {
  setNodeStyle(style: string, segment: StyleSegmentIndex): void
}

/** Built-ins are components of glass-easel too; their names start with this. */
export const builtinPrefix = 'wx:'

/** True for a component of the app or of a package, not for WeChat's own elements. */
export const isComponentNode = (node: unknown): node is GeneralComponent =>
  Component.isComponent(node) && !node.is.startsWith(builtinPrefix)

/** The component behind `this` of page or component code. */
export const componentOf = (caller: unknown): GeneralComponent | undefined => {
  if (Component.isComponent(caller)) return caller
  const inner = (caller as { _$?: unknown } | null | undefined)?.['_$']
  return Component.isComponent(inner) ? inner : undefined
}

/** The DOM element of a node; a virtual host has none and is measured by its first child. */
export const domOf = (node: Element | undefined | null): HTMLElement | undefined => {
  if (!node) return undefined
  const own = node.getBackendElement() as unknown as HTMLElement | null
  if (own) return own
  const children = Component.isComponent(node)
    ? (node.getShadowRoot()?.childNodes ?? [])
    : node.childNodes
  for (const child of children) {
    const found = 'childNodes' in child ? domOf(child) : undefined
    if (found) return found
  }
  return undefined
}

export const rootOf = (component: GeneralComponent): GeneralComponent => {
  let at = component
  while (at.ownerShadowRoot) at = at.ownerShadowRoot.getHostNode()
  return at
}

/** A component and all of the app's that it shows, outermost first. */
export const componentsIn = (root: GeneralComponent): GeneralComponent[] => {
  const found = [root]
  const visit = (node: Node) => {
    if (isComponentNode(node)) found.push(node)
    if (Component.isComponent(node)) node.getShadowRoot()?.childNodes.forEach(visit)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  root.getShadowRoot()?.childNodes.forEach(visit)
  return found
}
