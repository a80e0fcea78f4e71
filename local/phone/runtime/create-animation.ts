interface Timing {
  duration?: number
  timingFunction?: string
  delay?: number
  transformOrigin?: string
}

export interface AnimationStep {
  /** CSS properties in kebab-case; `transform` in the order of the calls. */
  style: Record<string, string>
  timing: Required<Timing>
}

const transforms: Record<string, string> = {
  rotate: 'deg',
  rotateX: 'deg',
  rotateY: 'deg',
  rotateZ: 'deg',
  rotate3d: '',
  scale: '',
  scaleX: '',
  scaleY: '',
  scaleZ: '',
  scale3d: '',
  skew: 'deg',
  skewX: 'deg',
  skewY: 'deg',
  translate: 'px',
  translateX: 'px',
  translateY: 'px',
  translateZ: 'px',
  translate3d: 'px',
  matrix: '',
  matrix3d: '',
}
const lengths = ['width', 'height', 'top', 'left', 'right', 'bottom']

/** wx.createAnimation: a chain whose export() a component takes as `animation`. */
export const createAnimation = (defaults: Timing = {}) => {
  const base = {
    duration: 400,
    timingFunction: 'linear',
    delay: 0,
    transformOrigin: '50% 50% 0',
    ...defaults,
  }
  let steps: AnimationStep[] = []
  let style: Record<string, string> = {}
  let transform: string[] = []
  const chain: Record<string, (...values: never[]) => unknown> = {
    step(timing: Timing = {}) {
      steps.push({
        style: { ...style, ...(transform.length ? { transform: transform.join(' ') } : {}) },
        timing: { ...base, ...timing },
      })
      return chain
    },
    export() {
      const actions = steps
      steps = []
      return { actions }
    },
    opacity(value: number) {
      style = { ...style, opacity: String(value) }
      return chain
    },
    backgroundColor(value: string) {
      style = { ...style, 'background-color': value }
      return chain
    },
  }
  for (const name of lengths)
    chain[name] = (value: number | string) => {
      style = { ...style, [name]: typeof value === 'number' ? `${value}px` : value }
      return chain
    }
  for (const [name, unit] of Object.entries(transforms))
    chain[name] = (...values: (number | string)[]) => {
      const text = values.map((value) => (typeof value === 'number' ? `${value}${unit}` : value))
      transform = [...transform, `${name}(${text.join(',')})`]
      return chain
    }
  return chain
}
