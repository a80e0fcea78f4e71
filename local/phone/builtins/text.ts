import { builtin } from './builtin'

export const text = builtin({
  tag: 'text',
  properties: {
    selectable: false,
    userSelect: false,
    space: '',
    decode: false,
    overflow: '',
    maxLines: 0,
  },
  setup: ({ host }) => ({
    changed: {
      selectable: (on) => host.toggleAttribute('data-select', on),
      userSelect: (on) => host.toggleAttribute('data-select', on),
      space: (kind) => host.toggleAttribute('data-space', kind !== ''),
    },
  }),
})
