import { builtin, part } from './builtin'

const px = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  const number = Number.parseFloat(value)
  if (Number.isNaN(number)) return undefined
  return value.endsWith('rpx') ? (number * innerWidth) / 750 : number
}

export const scrollView = builtin({
  tag: 'scroll-view',
  properties: {
    scrollX: false,
    scrollY: false,
    upperThreshold: null,
    lowerThreshold: null,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: '',
    scrollIntoViewOffset: 0,
    scrollWithAnimation: false,
    enableBackToTop: false,
    enableFlex: false,
    enablePassive: null,
    scrollAnchoring: false,
    enhanced: false,
    bounces: true,
    showScrollbar: true,
    pagingEnabled: false,
    fastDeceleration: false,
    usingSticky: false,
    type: '',
    refresherEnabled: false,
    refresherThreshold: 45,
    refresherDefaultStyle: 'black',
    refresherBackground: '',
    refresherTriggered: false,
  },
  setup: ({ host, get, emit, on }) => {
    const dots = part('div', 'wx-refresher', part('i', ''), part('i', ''), part('i', ''))
    let last = { left: 0, top: 0 }
    let near = { upper: true, lower: false }
    let pullFrom: number | undefined
    let pulled = 0

    const axes = () => {
      host.toggleAttribute('scroll-x', get('scrollX'))
      host.toggleAttribute('scroll-y', get('scrollY'))
    }
    const to = (left: number | undefined, top: number | undefined) => {
      // Even an empty scrollTo makes the browser lay the page out at once.
      if (left === undefined && top === undefined) return
      host.scrollTo({
        ...(left === undefined ? {} : { left }),
        ...(top === undefined ? {} : { top }),
        behavior: get('scrollWithAnimation') ? 'smooth' : 'instant',
      })
    }
    const intoView = (id: string) => {
      const target =
        id && host.querySelector(`[id$="--${CSS.escape(id)}"], [id="${CSS.escape(id)}"]`)
      if (!target) return
      const at = target.getBoundingClientRect()
      const frame = host.getBoundingClientRect()
      const offset = get('scrollIntoViewOffset')
      to(
        get('scrollX') ? host.scrollLeft + at.left - frame.left + offset : undefined,
        get('scrollY') ? host.scrollTop + at.top - frame.top + offset : undefined,
      )
    }

    host.addEventListener('scroll', () => {
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = host
      emit('scroll', {
        scrollLeft,
        scrollTop,
        scrollWidth,
        scrollHeight,
        deltaX: last.left - scrollLeft,
        deltaY: last.top - scrollTop,
      })
      const upper = px(get('upperThreshold')) ?? 50
      const lower = px(get('lowerThreshold')) ?? 50
      const [at, end, axis] = get('scrollX')
        ? [scrollLeft, scrollWidth - clientWidth, ['left', 'right'] as const]
        : [scrollTop, scrollHeight - clientHeight, ['top', 'bottom'] as const]
      const now = { upper: at <= upper, lower: end - at <= lower }
      if (now.upper && !near.upper) emit('scrolltoupper', { direction: axis[0] })
      if (now.lower && !near.lower) emit('scrolltolower', { direction: axis[1] })
      near = now
      last = { left: scrollLeft, top: scrollTop }
    })

    const rest = (height: number) => {
      dots.style.height = `${height}px`
      dots.toggleAttribute('data-running', height > 0)
    }
    on('touchstart', (event) => {
      if (get('refresherEnabled') && host.scrollTop <= 0) pullFrom = event.touches?.[0]?.clientY
    })
    on('touchmove', (event) => {
      if (pullFrom === undefined) return
      pulled = Math.max(0, ((event.touches?.[0]?.clientY ?? pullFrom) - pullFrom) / 2)
      dots.style.height = `${pulled}px`
      emit('refresherpulling', { dy: pulled })
    })
    on('touchend', () => {
      if (pullFrom === undefined) return
      pullFrom = undefined
      const enough = pulled >= get('refresherThreshold')
      rest(enough ? get('refresherThreshold') : 0)
      emit(enough ? 'refresherrefresh' : 'refresherabort', { dy: pulled })
      pulled = 0
    })

    Object.assign(host, {
      wxNode: () => ({
        scrollTo: ({ left, top }: { left?: number; top?: number }) => to(left, top),
        scrollIntoView: (selector: string) => intoView(selector.replace(/^#/, '')),
      }),
    })
    return {
      attached: () => {
        // Positions given with the first data count once there is something to scroll.
        queueMicrotask(() => {
          to(px(get('scrollLeft')), px(get('scrollTop')))
          intoView(get('scrollIntoView'))
        })
      },
      changed: {
        scrollX: axes,
        scrollY: axes,
        enableFlex: (on) => host.toggleAttribute('enable-flex', on),
        showScrollbar: (on) => host.toggleAttribute('no-scrollbar', !on),
        scrollLeft: (value) => to(px(value), undefined),
        scrollTop: (value) => to(undefined, px(value)),
        scrollIntoView: (id) => queueMicrotask(() => intoView(id)),
        refresherEnabled: (on) => (on ? host.prepend(dots) : dots.remove()),
        refresherTriggered: (on) => {
          rest(on ? get('refresherThreshold') : 0)
          if (!on) emit('refresherrestore', { dy: 0 })
        },
      },
    }
  },
})
