import { markTap } from '../wx/tap'

export interface TouchPoint {
  identifier?: number
  pageX?: number
  pageY?: number
  clientX?: number
  clientY?: number
}

const touchAt = (element: HTMLElement, point: TouchPoint = {}): Touch => {
  const box = element.getBoundingClientRect()
  const clientX = point.clientX ?? point.pageX ?? box.left + box.width / 2
  const clientY = point.clientY ?? point.pageY ?? box.top + box.height / 2
  return new Touch({ identifier: point.identifier ?? 0, target: element, clientX, clientY })
}

/** Sends a touch event to `element` itself: hit-testing is skipped, as the protocol wants it. */
export function touch(
  element: HTMLElement,
  type: string,
  points: {
    touches?: TouchPoint[]
    changeTouches?: TouchPoint[]
    changedTouches?: TouchPoint[]
  } = {},
): void {
  const given = points.changeTouches ?? points.changedTouches ?? points.touches ?? [{}]
  const changedTouches = given.map((point) => touchAt(element, point))
  const touches =
    points.touches?.map((point) => touchAt(element, point)) ??
    (type === 'touchend' || type === 'touchcancel' ? [] : changedTouches)
  const both = { touches, targetTouches: touches, changedTouches }
  element.dispatchEvent(
    new TouchEvent(type, { ...both, bubbles: true, cancelable: true, composed: true }),
  )
}

/** A whole tap, with the click that browsers send after it for what listens to nothing else. */
export function tap(element: HTMLElement): void {
  markTap()
  touch(element, 'touchstart')
  touch(element, 'touchend')
  element.click()
}
