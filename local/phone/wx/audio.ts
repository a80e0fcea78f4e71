import type { Family } from './family'

const events = ['play', 'pause', 'ended', 'timeupdate', 'error', 'waiting', 'seeking', 'seeked']

const absolute = /^(https?|data|blob):/
const settable = ['loop', 'volume', 'autoplay', 'playbackRate', 'currentTime']

/** Inner audio on the browser's own Audio element. */
export const audio: Family = ({ router }) => ({
  createInnerAudioContext: () => {
    const player = new Audio()
    const context: Record<string, unknown> = {
      play: () => void player.play().catch(() => {}),
      pause: () => player.pause(),
      stop: () => {
        player.pause()
        player.currentTime = 0
      },
      seek: (seconds: number) => void (player.currentTime = seconds),
      destroy: () => player.removeAttribute('src'),
      onCanplay: (listener: () => void) => player.addEventListener('canplay', listener),
      onStop: () => {},
    }
    for (const name of events) {
      const title = name === 'timeupdate' ? 'TimeUpdate' : name[0]?.toUpperCase() + name.slice(1)
      context[`on${title}`] = (listener: () => void) => player.addEventListener(name, listener)
      context[`off${title}`] = (listener: () => void) => player.removeEventListener(name, listener)
    }
    let src = ''
    Object.defineProperty(context, 'src', {
      get: () => src,
      set: (value: string) => {
        src = value
        player.src = absolute.test(value) ? value : router.assetUrl(value)
      },
    })
    for (const name of settable) {
      Object.defineProperty(context, name, {
        get: () => Reflect.get(player, name) as unknown,
        set: (value: unknown) => {
          Reflect.set(player, name, value)
        },
      })
    }
    for (const name of ['duration', 'paused'] as const) {
      Object.defineProperty(context, name, { get: () => player[name] })
    }
    return context
  },
})
