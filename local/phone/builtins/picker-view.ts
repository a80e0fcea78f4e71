import { toCssLengths } from '../runtime/css-lengths'
import { builtin, part } from './builtin'

const columns = new WeakMap<Element, { place: () => number; go: (place: number) => void }>()

export const pickerView = builtin({
  tag: 'picker-view',
  properties: {
    value: [] as number[],
    indicatorStyle: '',
    indicatorClass: '',
    maskStyle: '',
    maskClass: '',
    immediateChange: false,
  },
  setup: ({ host, get, set, emit }) => {
    const indicator = part('div', 'wx-picker-indicator')
    host.append(part('div', 'wx-picker-mask'), indicator)
    const all = () =>
      [...host.querySelectorAll('wx-picker-view-column')].flatMap((one) => columns.get(one) ?? [])
    const size = () => host.style.setProperty('--indicator', `${indicator.offsetHeight || 34}px`)
    const go = () => {
      size()
      for (const [index, column] of all().entries()) column.go(Number(get('value')[index] ?? 0))
    }
    host.addEventListener('phone-pick', () => {
      const value = all().map((column) => column.place())
      set({ value })
      emit('change', { value })
    })
    return {
      attached: () => requestAnimationFrame(go),
      changed: {
        value: () => requestAnimationFrame(go),
        indicatorStyle: (style) => {
          indicator.style.cssText = toCssLengths(style)
          size()
        },
      },
    }
  },
})

export const pickerViewColumn = builtin({
  tag: 'picker-view-column',
  setup: ({ host }) => {
    let timer = 0
    let last = 0
    const step = () =>
      Number.parseFloat(getComputedStyle(host).getPropertyValue('--indicator')) || 34
    const place = () => Math.round(host.scrollTop / step())
    host.addEventListener('scroll', () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        if (place() === last) return
        last = place()
        host.dispatchEvent(new CustomEvent('phone-pick', { bubbles: true }))
      }, 100)
    })
    columns.set(host, {
      place,
      go: (to) => {
        last = to
        host.scrollTop = to * step()
      },
    })
  },
})
