import { toCssLengths } from './css-lengths'

type Value = number | string | (number | string)[]

/** One step of `this.animate`: lengths and colours as in CSS, transforms as numbers (degrees, pixels). */
export type AnimationFrame = Record<string, Value> & { offset?: number; ease?: string }

export interface ScrollTimeline {
  scrollSource: string
  orientation?: 'horizontal' | 'vertical'
  /** Pixels of the source. */
  startScrollOffset: number
  endScrollOffset: number
  /** Milliseconds of the animation that the way from start to end stands for. */
  timeRange: number
}

const units: Record<string, string> = {
  rotate: 'deg',
  rotateX: 'deg',
  rotateY: 'deg',
  rotateZ: 'deg',
  skew: 'deg',
  skewX: 'deg',
  skewY: 'deg',
  translate: 'px',
  translateX: 'px',
  translateY: 'px',
  translateZ: 'px',
  translate3d: 'px',
}
const transforms = new Set([
  ...Object.keys(units),
  'matrix',
  'matrix3d',
  'rotate3d',
  'scale',
  'scaleX',
  'scaleY',
  'scaleZ',
  'scale3d',
])

const textOf = (name: string, value: Value) => {
  const values = Array.isArray(value) ? value : [value]
  return values
    .map((one, index) => {
      if (typeof one === 'string') return one
      // rotate3d is an axis and, last, an angle.
      const unit = name === 'rotate3d' && index === values.length - 1 ? 'deg' : units[name]
      return `${one}${unit ?? ''}`
    })
    .join(',')
}

const keyframeOf = (frame: AnimationFrame): Keyframe => {
  const { offset, ease, ...rest } = frame
  const names = Object.keys(rest)
  const transform = names
    .filter((name) => transforms.has(name))
    .map((name) => `${name}(${textOf(name, rest[name] ?? '')})`)
    .join(' ')
  const style = names
    .filter((name) => !transforms.has(name))
    .map((name) => {
      const value = rest[name]
      const bare = typeof value === 'number' && name !== 'opacity'
      return [name, toCssLengths(bare ? `${value}px` : String(value))] as const
    })
  return {
    ...Object.fromEntries(style),
    ...(transform === '' ? {} : { transform }),
    ...(offset === undefined ? {} : { offset }),
    ...(ease === undefined ? {} : { easing: ease }),
  }
}

const running = new WeakMap<HTMLElement, { animations: Animation[]; last: AnimationFrame }>()

/** Plays frames on elements; as in WeChat the last one stays until it is cleared. */
export const animate = (
  elements: HTMLElement[],
  frames: AnimationFrame[],
  durationMs: number,
  done: () => void,
) => {
  const animations = elements.map((element) => {
    const animation = element.animate(frames.map(keyframeOf), {
      duration: durationMs,
      fill: 'both',
    })
    const before = running.get(element)
    running.set(element, {
      animations: [...(before?.animations ?? []), animation],
      last: { ...before?.last, ...frames.at(-1) },
    })
    return animation
  })
  // One that is cleared before its end never finishes.
  animations.at(-1)?.addEventListener('finish', done)
  return animations
}

/** Ties animations to how far an element has been scrolled. */
export const followScroll = (
  animations: Animation[],
  source: HTMLElement,
  { orientation, startScrollOffset: start, endScrollOffset: end, timeRange }: ScrollTimeline,
) => {
  const place = () => {
    const at = orientation === 'horizontal' ? source.scrollLeft : source.scrollTop
    const share = Math.min(1, Math.max(0, (at - start) / (end - start)))
    for (const animation of animations) animation.currentTime = share * timeRange
  }
  for (const animation of animations) animation.pause()
  place()
  source.addEventListener('scroll', place)
}

/** Takes animations away; with `names` only these properties, the others stay as they ended. */
export const clearAnimation = (elements: HTMLElement[], names: string[]) => {
  for (const element of elements) {
    const before = running.get(element)
    running.delete(element)
    const left = Object.entries(before?.last ?? {}).filter(([name]) => !names.includes(name))
    if (names.length > 0 && left.length > 0)
      animate([element], [Object.fromEntries(left)], 0, () => {})
    for (const animation of before?.animations ?? []) animation.cancel()
  }
}
