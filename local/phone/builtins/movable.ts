import { builtin } from './builtin'

export const movableArea = builtin({ tag: 'movable-area', properties: { scaleArea: false } })

const clamp = (value: number, room: number) =>
  Math.min(Math.max(value, Math.min(0, room)), Math.max(0, room))

export const movableView = builtin({
  tag: 'movable-view',
  properties: {
    direction: 'none',
    inertia: false,
    outOfBounds: false,
    x: 0,
    y: 0,
    damping: 20,
    friction: 2,
    disabled: false,
    scale: false,
    scaleMin: 0.5,
    scaleMax: 10,
    scaleValue: 1,
    animation: true,
  },
  setup: ({ host, get, emit, on }) => {
    let at = { x: 0, y: 0 }
    let from: { x: number; y: number } | undefined
    const move = (x: number, y: number, source: string) => {
      const area = host.closest<HTMLElement>('wx-movable-area')
      const direction = get('direction')
      const room = {
        x: (area?.clientWidth ?? 0) - host.offsetWidth,
        y: (area?.clientHeight ?? 0) - host.offsetHeight,
      }
      const free = source === ''
      at = {
        x: free || direction === 'all' || direction === 'horizontal' ? clamp(x, room.x) : at.x,
        y: free || direction === 'all' || direction === 'vertical' ? clamp(y, room.y) : at.y,
      }
      host.style.transform = `translate(${at.x}px, ${at.y}px) scale(${get('scaleValue')})`
      emit('change', { ...at, source })
    }
    on('touchstart', (event) => {
      const touch = event.touches?.[0]
      if (!get('disabled') && touch) from = { x: touch.clientX - at.x, y: touch.clientY - at.y }
    })
    on('touchmove', (event) => {
      const touch = event.touches?.[0]
      if (from && touch) move(touch.clientX - from.x, touch.clientY - from.y, 'touch')
    })
    on('touchend', () => {
      from = undefined
    })
    const given = () => move(get('x'), get('y'), '')
    return { attached: given, changed: { x: given, y: given, scaleValue: given } }
  },
})
