import { el } from './el'

export interface PullDown {
  start(): void
  stop(): void
}

const OPEN = 54
const TRIGGER = 50

/**
 * Pull-down refresh of one page: the dots above the content, the gesture at scroll position 0 (touch
 * or mouse), `refresh` when let go beyond the trigger. As in WeChat it stays open until `stop`.
 */
export function createPullDown(
  scroller: HTMLElement,
  content: HTMLElement,
  allowed: () => boolean,
  refresh: () => void,
): PullDown {
  const dots = el('div', 'phone-pull', el('i'), el('i'), el('i'))
  scroller.prepend(dots)
  let from: number | undefined
  let pulled = 0
  let running = false

  const place = (y: number, glide: boolean) => {
    pulled = y
    content.style.transition = glide ? 'translate .2s' : ''
    content.style.translate = y === 0 ? '' : `0 ${y}px`
    dots.style.opacity = String(Math.min(1, y / TRIGGER))
  }
  const pull: PullDown = {
    start() {
      if (running) return
      running = true
      dots.classList.add('phone-pull-running')
      place(OPEN, true)
      refresh()
    },
    stop() {
      running = false
      dots.classList.remove('phone-pull-running')
      place(0, true)
    },
  }
  const begin = (y: number) => {
    from = !running && allowed() && scroller.scrollTop <= 0 ? y : undefined
  }
  const move = (y: number, event: Event) => {
    if (from === undefined) return
    const distance = (y - from) / 2
    if (distance <= 4 && pulled === 0) return
    if (event.cancelable) event.preventDefault()
    place(Math.max(0, Math.min(90, distance)), false)
  }
  const end = () => {
    if (from === undefined) return
    from = undefined
    if (pulled >= TRIGGER) pull.start()
    else if (pulled > 0) place(0, true)
  }
  const option = { passive: false }
  scroller.addEventListener('touchstart', (e) => begin(e.touches[0]?.clientY ?? 0))
  scroller.addEventListener('touchmove', (e) => move(e.touches[0]?.clientY ?? 0, e), option)
  scroller.addEventListener('touchend', end)
  scroller.addEventListener('touchcancel', end)
  scroller.addEventListener('mousedown', (e) => begin(e.clientY))
  scroller.addEventListener('mousemove', (e) => e.buttons === 1 && move(e.clientY, e))
  scroller.addEventListener('mouseup', end)
  return pull
}
