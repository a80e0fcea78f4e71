import type { GeneralComponent } from 'glass-easel'

/** Class names as the sheet of the template that holds `node` knows them. */
export const scopedClass = (node: GeneralComponent, names: string) => {
  const owner = node.ownerShadowRoot?.getHostNode()
  const { styleScope, extraStyleScope } = owner?.getComponentOptions() ?? {}
  const prefix =
    owner && styleScope
      ? owner.getRootBehavior().ownerSpace.styleScopeManager.queryName(styleScope)
      : ''
  const own = names.split(/\s+/).filter(Boolean)
  const shared = extraStyleScope !== null && extraStyleScope !== undefined
  return [
    ...(prefix ? own.map((name) => `${prefix}--${name}`) : own),
    ...(prefix && shared ? own : []),
  ].join(' ')
}
