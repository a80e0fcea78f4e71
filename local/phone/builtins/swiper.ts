import { builtin, part } from './builtin'

const px = (value: string) =>
  value.endsWith('rpx') ? `${Number.parseFloat(value) / 7.5}vw` : value || '0px'

export const swiperItem = builtin({
  tag: 'swiper-item',
  properties: { itemId: '', skipHiddenItemLayout: false },
  setup: ({ host, get }) => {
    Object.assign(host, { itemId: () => get('itemId') })
  },
})

export const swiper = builtin({
  tag: 'swiper',
  properties: {
    indicatorDots: false,
    indicatorColor: 'rgba(0, 0, 0, .3)',
    indicatorActiveColor: '#000000',
    autoplay: false,
    current: 0,
    currentItemId: '',
    interval: 5000,
    duration: 500,
    circular: false,
    vertical: false,
    previousMargin: '0px',
    nextMargin: '0px',
    snapToEdge: false,
    displayMultipleItems: 1,
    easingFunction: 'default',
    cacheExtent: 0,
  },
  setup: ({ host, get, set, emit, on }) => {
    const dots = part('div', 'wx-swiper-dots')
    host.append(dots)
    let timer = 0
    let shown = 0
    let from: { x: number; y: number } | undefined
    let moved = 0

    const items = () => [
      ...host.querySelectorAll<HTMLElement & { itemId?: () => string }>(':scope > wx-swiper-item'),
    ]
    /** How many places an item stands from the one shown; around the end if the swiper is circular. */
    const distance = (index: number, count: number) => {
      const straight = index - shown
      if (!get('circular') || count < 3) return straight
      const half = count / 2
      return straight > half ? straight - count : straight < -half ? straight + count : straight
    }
    const place = (duration: number, offset = 0) => {
      const all = items()
      const share = 100 / get('displayMultipleItems')
      const vertical = get('vertical')
      const [before, after] = [px(get('previousMargin')), px(get('nextMargin'))]
      host.style.setProperty('--before', before)
      for (const [index, item] of all.entries()) {
        const shift = `calc(${distance(index, all.length) * 100}% + ${before} + ${offset}px)`
        const size = `calc((100% - ${before} - ${after}) * ${share / 100})`
        item.style.position = 'absolute'
        item.style.width = vertical ? '100%' : size
        item.style.height = vertical ? size : '100%'
        item.style.transition = duration > 0 ? `transform ${duration}ms` : 'none'
        item.style.transform = vertical ? `translate(0, ${shift})` : `translate(${shift}, 0)`
        item.toggleAttribute('data-shown', index === shown)
      }
      dots.hidden = !get('indicatorDots')
      dots.replaceChildren(
        ...all.map((_, index) => {
          const dot = part('i', '')
          dot.style.background =
            index === shown ? get('indicatorActiveColor') : get('indicatorColor')
          return dot
        }),
      )
    }
    const show = (index: number, source: '' | 'autoplay' | 'touch') => {
      const all = items()
      if (all.length === 0) return
      const next = get('circular')
        ? (index + all.length) % all.length
        : Math.min(Math.max(0, index), all.length - get('displayMultipleItems'))
      const changed = next !== shown
      shown = Math.max(0, next)
      place(get('duration'))
      if (!changed) return
      const detail = { current: shown, currentItemId: all[shown]?.itemId?.() ?? '', source }
      set({ current: shown })
      emit('change', detail)
      setTimeout(() => emit('animationfinish', detail), get('duration'))
    }
    const play = () => {
      clearInterval(timer)
      if (!get('autoplay')) return
      timer = window.setInterval(() => {
        const last = items().length - get('displayMultipleItems')
        show(!get('circular') && shown >= last ? 0 : shown + 1, 'autoplay')
      }, get('interval'))
    }

    on('touchstart', (event) => {
      const touch = event.touches?.[0]
      from = touch && { x: touch.clientX, y: touch.clientY }
      moved = 0
      clearInterval(timer)
    })
    on('touchmove', (event) => {
      const touch = event.touches?.[0]
      if (!from || !touch) return
      moved = get('vertical') ? touch.clientY - from.y : touch.clientX - from.x
      place(0, moved)
      emit('transition', { dx: get('vertical') ? 0 : -moved, dy: get('vertical') ? -moved : 0 })
    })
    on('touchend', () => {
      if (!from) return
      from = undefined
      const length = get('vertical') ? host.clientHeight : host.clientWidth
      const step = Math.abs(moved) > length / 5 ? (moved < 0 ? 1 : -1) : 0
      show(shown + step, 'touch')
      play()
    })

    const watcher = new MutationObserver(() => place(0))
    return {
      attached: () => {
        shown = get('current')
        watcher.observe(host, { childList: true })
        place(0)
        play()
      },
      detached: () => {
        watcher.disconnect()
        clearInterval(timer)
      },
      changed: {
        current: (current) => {
          if (current !== shown) show(current, '')
        },
        currentItemId: (id) => {
          const index = items().findIndex((item) => item.itemId?.() === id)
          if (index >= 0) show(index, '')
        },
        autoplay: play,
        interval: play,
        indicatorDots: () => place(0),
        vertical: () => place(0),
        previousMargin: () => place(0),
        nextMargin: () => place(0),
        displayMultipleItems: () => place(0),
      },
    }
  },
})
