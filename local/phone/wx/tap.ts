let tapping = false

/**
 * True while a tap is handled: in its listeners and what they await without leaving for the network
 * or a timer. WeChat lets some APIs run only then (on iOS exactly so).
 */
export const inTap = (): boolean => tapping

/** Begins a tap that ends with the current task. */
export function markTap(): void {
  tapping = true
  setTimeout(() => {
    tapping = false
  })
}

/** Follows taps before anything in the document hears of them; called once at start. */
export function followTaps(): void {
  for (const name of ['touchend', 'mouseup', 'click']) {
    window.addEventListener(name, markTap, { capture: true })
  }
}
