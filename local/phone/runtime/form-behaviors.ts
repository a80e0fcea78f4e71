import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

/** WeChat's own behaviours, which components name as strings. */
export const formBehaviors = (space: CodeSpace) => {
  const define = (definition: object) => space.behavior().definition(definition).register()
  const field = define({ properties: { name: { type: String, value: '' }, value: null } })
  const group = define({ behaviors: [field] })
  const button = define({})
  const exported = define({
    definitionFilter(definition: Record<string, unknown>) {
      const own = definition['export'] as ((this: unknown) => unknown) | undefined
      if (own) definition['export'] = own
    },
  })
  return new Map<string, unknown>([
    ['wx://form-field', field],
    ['wx://form-field-group', group],
    ['wx://form-field-button', button],
    ['wx://component-export', exported],
    // Lets a page's scroll-view stand for the component's own; here every scroll-view scrolls itself.
    ['wx://proxy-scroll-view', define({})],
  ])
}
