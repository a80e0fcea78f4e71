import { toCssLengths } from '../runtime/css-lengths'
import { part, type Self, type Hooks } from './builtin'
import { registerField } from './form-field'
import { registerTarget } from './label'
import { scopedClass } from './scoped-class'

/** Properties that input and textarea have in common. */
export const textProperties = {
  value: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  cursorSpacing: null,
  focus: false,
  autoFocus: false,
  cursor: -1,
  cursorColor: '',
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  confirmType: '',
  confirmHold: false,
  name: '',
}

type Properties = typeof textProperties

/** What input and textarea do alike: the browser's field inside, WeChat's events outside. */
export const textField = (
  self: Pick<Self<Properties>, 'host' | 'node' | 'get' | 'set' | 'emit'>,
  field: HTMLInputElement | HTMLTextAreaElement,
): Hooks<Properties> => {
  const { host, node, get, set, emit } = self
  const hint = part('div', 'wx-field-hint')
  host.append(hint, field)
  let initial = ''

  const show = () => {
    hint.textContent = get('placeholder')
    hint.className = `wx-field-hint ${scopedClass(node, get('placeholderClass'))}`
    hint.style.cssText = toCssLengths(get('placeholderStyle'))
    hint.hidden = field.value !== ''
    if (get('placeholder') !== '' && !host.hasAttribute('aria-label'))
      field.setAttribute('aria-label', get('placeholder'))
  }
  const write = (value: string) => {
    if (field.value !== value) field.value = value
    show()
  }
  const limit = () => {
    const length = get('maxlength')
    if (length >= 0) field.maxLength = length
    else field.removeAttribute('maxlength')
  }
  const select = () => {
    const start = get('selectionStart')
    const end = get('selectionEnd')
    const at = get('cursor')
    if (start >= 0 && end >= 0) field.setSelectionRange(start, end)
    else if (at >= 0) field.setSelectionRange(at, at)
  }

  const focus = () => {
    field.focus()
    select()
  }

  limit()
  field.addEventListener('input', () => {
    set({ value: field.value })
    show()
    emit(
      'input',
      { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode: 0 },
      {
        // A handler may return the text to show instead.
        returned: (value) => {
          const text =
            typeof value === 'string' ? value : (value as { value?: string } | undefined)?.value
          if (typeof text !== 'string') return
          set({ value: text })
          write(text)
        },
      },
    )
  })
  field.addEventListener('focus', () => emit('focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () =>
    emit('blur', { value: field.value, cursor: field.selectionStart ?? 0 }),
  )
  registerTarget(host, () => field.focus())
  registerField(host, {
    name: () => get('name'),
    value: () => field.value,
    reset: () => {
      set({ value: initial })
      write(initial)
    },
  })
  return {
    attached: () => {
      initial = get('value')
      if (get('focus') || get('autoFocus')) requestAnimationFrame(focus)
    },
    changed: {
      value: write,
      placeholder: show,
      placeholderStyle: show,
      placeholderClass: show,
      maxlength: limit,
      disabled: (disabled) => {
        field.disabled = disabled
      },
      focus: (wanted) => {
        if (wanted) focus()
        else field.blur()
      },
      confirmType: (type) => {
        field.enterKeyHint = type === 'return' ? 'enter' : type
      },
      cursor: select,
      selectionStart: select,
      selectionEnd: select,
      cursorColor: (colour) => {
        field.style.caretColor = colour
      },
    },
  }
}
