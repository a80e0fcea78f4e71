import { builtin, part } from './builtin'

const length = (value: unknown) => (typeof value === 'number' ? `${value}px` : (value as string))

export const progress = builtin({
  tag: 'progress',
  properties: {
    percent: 0,
    showInfo: false,
    borderRadius: null,
    fontSize: null,
    strokeWidth: null,
    color: '',
    activeColor: '#09BB07',
    backgroundColor: '#EBEBEB',
    active: false,
    activeMode: 'backwards',
    duration: 30,
  },
  setup: ({ host, get, emit }) => {
    const bar = part('i', 'wx-progress-bar')
    const track = part('div', 'wx-progress-track', bar)
    const info = part('span', 'wx-progress-info')
    host.append(track, info)
    host.setAttribute('role', 'progressbar')
    const show = () => {
      const percent = Math.min(100, Math.max(0, get('percent')))
      host.setAttribute('aria-valuenow', String(percent))
      bar.style.transition = get('active') ? `width ${percent * get('duration')}ms linear` : 'none'
      bar.style.width = `${percent}%`
      bar.style.background = get('color') || get('activeColor')
      track.style.background = get('backgroundColor')
      track.style.height = length(get('strokeWidth') ?? 6)
      track.style.borderRadius = length(get('borderRadius') ?? 0)
      info.textContent = get('showInfo') ? `${percent}%` : ''
      info.style.fontSize = length(get('fontSize') ?? 16)
    }
    show()
    bar.addEventListener('transitionend', () => emit('activeend', { curPercent: get('percent') }))
    return {
      changed: {
        percent: show,
        showInfo: show,
        borderRadius: show,
        fontSize: show,
        strokeWidth: show,
        color: show,
        activeColor: show,
        backgroundColor: show,
        active: show,
      },
    }
  },
})
