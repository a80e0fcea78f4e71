import { builtin, part } from './builtin'
import { textField, textProperties } from './text-field'

export const textarea = builtin({
  tag: 'textarea',
  properties: {
    ...textProperties,
    autoHeight: false,
    fixed: false,
    showConfirmBar: true,
    disableDefaultPadding: false,
  },
  setup: (self) => {
    const { host, get, emit } = self
    const field = part('textarea', 'wx-field')
    const { changed, attached } = textField(self, field)
    let lines = 0
    const measure = () => {
      if (get('autoHeight')) {
        field.style.height = '0'
        host.style.height = 'auto'
        field.style.height = `${field.scrollHeight}px`
      }
      const line = Number.parseFloat(getComputedStyle(field).lineHeight) || 24
      const count = Math.max(1, Math.round(field.scrollHeight / line))
      if (count === lines) return
      lines = count
      emit('linechange', {
        height: field.scrollHeight,
        heightRpx: field.scrollHeight * 2,
        lineCount: count,
      })
    }
    field.addEventListener('input', measure)
    field.addEventListener('keydown', (event) => {
      const kind = get('confirmType')
      if (event.key !== 'Enter' || kind === '' || kind === 'return') return
      event.preventDefault()
      emit('confirm', { value: field.value })
    })
    return {
      attached: () => {
        attached?.()
        requestAnimationFrame(measure)
      },
      changed: {
        ...changed,
        value: (value) => {
          changed?.value?.(value)
          requestAnimationFrame(measure)
        },
        autoHeight: (on) => {
          host.toggleAttribute('auto-height', on)
          requestAnimationFrame(measure)
        },
      },
    }
  },
})
