import { toCssLengths } from '../runtime/css-lengths'
import type { AnimationStep } from '../runtime/create-animation'

const running = new WeakMap<HTMLElement, number>()

const apply = (host: HTMLElement, { style, timing }: AnimationStep) => {
  const { duration, timingFunction, delay, transformOrigin } = timing
  host.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`
  host.style.transformOrigin = transformOrigin
  for (const [name, value] of Object.entries(style))
    host.style.setProperty(name, toCssLengths(value))
}

/** Plays what wx.createAnimation().export() gave, step after step. */
export const animationOf = (host: HTMLElement, animation: unknown) => {
  const steps = [...((animation as { actions?: AnimationStep[] } | null)?.actions ?? [])]
  clearTimeout(running.get(host))
  const next = () => {
    const step = steps.shift()
    if (!step) return
    // A style set in the same frame as its transition would jump.
    void host.offsetWidth
    apply(host, step)
    running.set(host, window.setTimeout(next, step.timing.duration + step.timing.delay))
  }
  next()
}
