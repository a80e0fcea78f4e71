/** One finger, in the page's coordinates. */
interface Finger {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
  force: number
}

type Send = (
  target: EventTarget,
  name: string,
  detail: Record<string, number>,
  event: Event,
  fields: { touches: Finger[]; changedTouches: Finger[] },
) => boolean

interface Press {
  target: EventTarget
  x: number
  y: number
  timer: number
  long: boolean
  moved: boolean
}

const moveTolerance = 10
const longPressMs = 350
const mouseId = -1
/** A browser repeats a touch with mouse events within this time. */
const repeatMs = 700

/** Top left of the page's window: touches are told relative to it, as WeChat's web view does. */
const originOf = (target: EventTarget) => {
  const scroller = (target as Element).closest?.('.phone-page-scroll')
  if (!scroller) return { left: 0, top: 0, scrollLeft: 0, scrollTop: 0 }
  const { left, top } = scroller.getBoundingClientRect()
  return { left, top, scrollLeft: scroller.scrollLeft, scrollTop: scroller.scrollTop }
}

const fingerAt = (
  target: EventTarget,
  at: { identifier?: number; clientX: number; clientY: number },
): Finger => {
  const { left, top, scrollLeft, scrollTop } = originOf(target)
  return {
    identifier: at.identifier ?? 0,
    clientX: at.clientX - left,
    clientY: at.clientY - top,
    pageX: at.clientX - left + scrollLeft,
    pageY: at.clientY - top + scrollTop,
    force: 1,
  }
}

/** Fingers and mouse → touchstart … touchend, tap, longpress and longtap on what they press. */
export const watchGestures = (send: Send) => {
  const presses = new Map<number, Press>()
  let lastTouch = -Infinity
  let pressed: EventTarget | undefined

  const start = (event: Event, id: number, x: number, y: number, finger: Finger) => {
    const target = event.target
    if (!target) return
    const press: Press = { target, x, y, long: false, moved: false, timer: 0 }
    press.timer = window.setTimeout(() => {
      press.long = true
      const fields = { touches: [finger], changedTouches: [finger] }
      const detail = { x: finger.clientX, y: finger.clientY }
      send(target, 'longpress', detail, event, fields)
      send(target, 'longtap', detail, event, fields)
    }, longPressMs)
    presses.set(id, press)
  }

  const move = (id: number, x: number, y: number) => {
    const press = presses.get(id)
    if (!press || Math.hypot(press.x - x, press.y - y) <= moveTolerance) return
    press.moved = true
    clearTimeout(press.timer)
  }

  const end = (event: Event, id: number, finger: Finger) => {
    const press = presses.get(id)
    if (!press) return
    presses.delete(id)
    clearTimeout(press.timer)
    if (press.moved || press.long) return
    send(press.target, 'tap', { x: finger.clientX, y: finger.clientY }, event, {
      touches: [],
      changedTouches: [finger],
    })
  }

  const onTouch = (event: TouchEvent) => {
    // Only of a finger's touch; one that a script has sent is not repeated.
    if (event.isTrusted) lastTouch = event.timeStamp
    const target = event.target
    if (!target) return
    const touches = [...event.touches].map((touch) => fingerAt(target, touch))
    const changedTouches = [...event.changedTouches].map((touch) => fingerAt(target, touch))
    const first = changedTouches[0] ?? touches[0]
    const detail = { x: first?.clientX ?? 0, y: first?.clientY ?? 0 }
    const caught = send(target, event.type, detail, event, { touches, changedTouches })
    // Only a caught move holds the page still; a caught start must still reach fields and buttons.
    if (caught && event.type === 'touchmove' && event.cancelable) event.preventDefault()
    if (event.type === 'touchstart') pressed = target
    for (const [index, touch] of [...event.changedTouches].entries()) {
      const finger = changedTouches[index]
      if (!finger) continue
      if (event.type === 'touchstart')
        start(event, touch.identifier, touch.clientX, touch.clientY, finger)
      else if (event.type === 'touchmove') move(touch.identifier, touch.clientX, touch.clientY)
      else if (event.type === 'touchend') end(event, touch.identifier, finger)
      else cancel(touch.identifier)
    }
  }

  const cancel = (id: number) => {
    clearTimeout(presses.get(id)?.timer)
    presses.delete(id)
  }

  const mouseNames: Record<string, string> = {
    mousedown: 'touchstart',
    mousemove: 'touchmove',
    mouseup: 'touchend',
  }
  let mouseTarget: EventTarget | null = null

  const onMouse = (event: MouseEvent) => {
    // After a touch the browser repeats itself with mouse events.
    if (event.timeStamp - lastTouch < repeatMs || event.button !== 0) return
    if (event.type === 'mousedown') mouseTarget = event.target
    const target = mouseTarget
    if (!target) return
    const finger = fingerAt(target, event)
    const touches = event.type === 'mouseup' ? [] : [finger]
    const fields = { touches, changedTouches: [finger] }
    const detail = { x: finger.clientX, y: finger.clientY }
    send(target, mouseNames[event.type] ?? '', detail, event, fields)
    if (event.type === 'mousedown') start(event, mouseId, event.clientX, event.clientY, finger)
    else if (event.type === 'mousemove') move(mouseId, event.clientX, event.clientY)
    else {
      mouseTarget = null
      end(event, mouseId, finger)
    }
  }

  // The click that the browser makes of a touch may land on what the tap has just opened.
  const onClick = (event: MouseEvent) => {
    if (event.timeStamp - lastTouch > repeatMs || event.detail === 0 || !(pressed instanceof Node))
      return
    const target = event.target as Node
    if (pressed.contains(target) || target.contains(pressed)) return
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  document.addEventListener('click', onClick, { capture: true })

  for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
    document.addEventListener(name, onTouch, { capture: true, passive: false })
  for (const name of ['mousedown', 'mousemove', 'mouseup'] as const)
    document.addEventListener(name, onMouse, { capture: true })
}
