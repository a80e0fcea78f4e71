import { part } from './builtin'

const itemHeight = 48

export interface Wheel {
  element: HTMLElement
  index: () => number
  /** Shows other items; keeps the place if it still exists. */
  fill: (labels: string[], index: number) => void
}

/** One column of a picker: scrolls by finger, wheel, arrow keys or a tap on an item. */
export const createWheel = (label: string, changed: (index: number) => void): Wheel => {
  const list = part('div', 'wx-wheel')
  list.tabIndex = 0
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  let current = 0
  let timer = 0

  const mark = () => {
    for (const [index, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(index === current))
  }
  const settle = () => {
    const index = Math.min(Math.round(list.scrollTop / itemHeight), list.children.length - 1)
    if (index === current || index < 0) return
    current = index
    mark()
    changed(current)
  }
  const go = (index: number) => {
    const next = Math.min(Math.max(0, index), list.children.length - 1)
    list.scrollTo({ top: next * itemHeight })
    if (next === current) return
    current = next
    mark()
    changed(current)
  }

  list.addEventListener('scroll', () => {
    clearTimeout(timer)
    timer = window.setTimeout(settle, 80)
  })
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    go(current + step)
  })

  return {
    element: list,
    index: () => {
      settle()
      return current
    },
    fill: (labels, index) => {
      list.replaceChildren(
        ...labels.map((text, at) => {
          const item = part('div', 'wx-wheel-item', text)
          item.setAttribute('role', 'option')
          item.addEventListener('click', () => go(at))
          return item
        }),
      )
      current = Math.min(Math.max(0, index), labels.length - 1)
      mark()
      requestAnimationFrame(() => list.scrollTo({ top: current * itemHeight }))
      list.scrollTop = current * itemHeight
    },
  }
}
