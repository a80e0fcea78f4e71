import { services } from '../runtime/services'
import { builtin, part } from './builtin'
import { registerField } from './form-field'
import { registerTarget } from './label'

export const switchElement = builtin({
  tag: 'switch',
  properties: { checked: false, disabled: false, type: 'switch', color: '#04BE02', name: '' },
  setup: ({ host, node, get, set, emit, on }) => {
    host.append(part('i', 'wx-switch-knob'))
    host.setAttribute('role', 'switch')
    host.tabIndex = 0
    const show = () => {
      host.setAttribute('aria-checked', String(get('checked')))
      host.toggleAttribute('data-on', get('checked'))
      host.toggleAttribute('disabled', get('disabled'))
    }
    const turn = () => {
      if (get('disabled')) return
      set({ checked: !get('checked') })
      emit('change', { value: get('checked') })
    }
    show()
    on('tap', turn)
    host.addEventListener('keydown', (event) => {
      if (event.key === ' ' || event.key === 'Enter') services.tap(node)
    })
    registerTarget(host, turn)
    const first = () => get('checked')
    let initial = false
    registerField(host, {
      name: () => get('name'),
      value: () => get('checked'),
      reset: () => set({ checked: initial }),
    })
    return {
      attached: () => {
        initial = first()
      },
      changed: {
        checked: show,
        disabled: show,
        type: (type) => host.setAttribute('type', type),
        color: (colour) => host.style.setProperty('--switch', colour),
      },
    }
  },
})
