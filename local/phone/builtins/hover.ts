import type { Self } from './builtin'

/** `hover-class`: put on after hoverStartTime of a touch, taken off hoverStayTime after its end. */
export const watchHover = (self: Self<Record<string, unknown>>) => {
  let timer = 0
  const toggle = (on: boolean) => {
    const names = self.get('hoverClass') as string
    if (names === 'none' || names === '') return
    for (const name of names.split(/\s+/)) self.node.classList?.toggle(name, on)
    self.host.toggleAttribute('data-hover', on)
  }
  const later = (on: boolean, ms: unknown) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => toggle(on), Number(ms))
  }
  self.on('touchstart', () => {
    if (self.node.data['disabled'] !== true) later(true, self.get('hoverStartTime'))
  })
  self.on('touchend', () => later(false, self.get('hoverStayTime')))
  self.on('touchcancel', () => later(false, 0))
}
