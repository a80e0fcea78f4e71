import { services } from '../runtime/services'
import { builtin, part } from './builtin'
import { registerField } from './form-field'
import { registerTarget } from './label'

interface Box {
  value: () => string
  checked: () => boolean
  uncheck: () => void
}

const boxes = new WeakMap<Element, Box>()
const groups = new WeakMap<Element, () => void>()

const boxesIn = (group: Element, tag: string) =>
  [...group.querySelectorAll(tag)].flatMap((element) => boxes.get(element) ?? [])

const choice = (tag: 'checkbox' | 'radio') =>
  builtin({
    tag,
    properties: { value: '', checked: false, disabled: false, color: '#09BB07', name: '' },
    setup: ({ host, node, get, set, on }) => {
      host.prepend(part('i', 'wx-choice-mark'))
      host.setAttribute('role', tag)
      host.tabIndex = 0
      const show = () => {
        host.setAttribute('aria-checked', String(get('checked')))
        host.toggleAttribute('data-on', get('checked'))
        host.toggleAttribute('disabled', get('disabled'))
      }
      const group = () => host.closest(`wx-${tag}-group`)
      const choose = () => {
        if (get('disabled') || (tag === 'radio' && get('checked'))) return
        const around = group()
        if (tag === 'radio' && around) for (const box of boxesIn(around, `wx-${tag}`)) box.uncheck()
        set({ checked: !get('checked') })
        if (around) groups.get(around)?.()
      }
      show()
      on('tap', choose)
      host.addEventListener('keydown', (event) => {
        if (event.key === ' ' || event.key === 'Enter') services.tap(node)
      })
      registerTarget(host, choose)
      boxes.set(host, {
        value: () => get('value'),
        checked: () => get('checked'),
        uncheck: () => set({ checked: false }),
      })
      return {
        changed: {
          checked: show,
          disabled: show,
          color: (colour) => host.style.setProperty('--choice', colour),
        },
      }
    },
  })

const group = (tag: 'checkbox' | 'radio') =>
  builtin({
    tag: `${tag}-group`,
    properties: { name: '' },
    setup: ({ host, get, emit }) => {
      host.setAttribute('role', tag === 'radio' ? 'radiogroup' : 'group')
      const chosen = () =>
        boxesIn(host, `wx-${tag}`)
          .filter((box) => box.checked())
          .map((box) => box.value())
      const value = () => (tag === 'radio' ? (chosen()[0] ?? '') : chosen())
      groups.set(host, () => emit('change', { value: value() }))
      registerField(host, {
        name: () => get('name'),
        value,
        reset: () => {
          for (const box of boxesIn(host, `wx-${tag}`)) box.uncheck()
        },
      })
    },
  })

export const checkbox = choice('checkbox')
export const radio = choice('radio')
export const checkboxGroup = group('checkbox')
export const radioGroup = group('radio')
