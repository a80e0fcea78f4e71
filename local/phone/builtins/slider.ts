import { builtin, part } from './builtin'
import { registerField } from './form-field'

export const slider = builtin({
  tag: 'slider',
  properties: {
    min: 0,
    max: 100,
    step: 1,
    value: 0,
    disabled: false,
    activeColor: '#1aad19',
    backgroundColor: '#e9e9e9',
    blockSize: 28,
    blockColor: '#ffffff',
    showValue: false,
    name: '',
  },
  setup: ({ host, get, set, emit }) => {
    const range = part('input', 'wx-slider-range')
    range.type = 'range'
    const value = part('span', 'wx-slider-value')
    host.append(range, value)
    const show = () => {
      range.min = String(get('min'))
      range.max = String(get('max'))
      range.step = String(get('step'))
      range.value = String(get('value'))
      range.disabled = get('disabled')
      range.style.accentColor = get('activeColor')
      value.textContent = get('showValue') ? range.value : ''
    }
    show()
    range.addEventListener('input', () => {
      set({ value: Number(range.value) })
      emit('changing', { value: Number(range.value) })
    })
    range.addEventListener('change', () => emit('change', { value: Number(range.value) }))
    registerField(host, {
      name: () => get('name'),
      value: () => get('value'),
      reset: () => set({ value: get('min') }),
    })
    return {
      changed: {
        min: show,
        max: show,
        step: show,
        value: show,
        disabled: show,
        activeColor: show,
        showValue: show,
      },
    }
  },
})
