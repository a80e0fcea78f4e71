import { el } from '../router/el'
import { localCloud, type ClockState } from './local-cloud'

const SHANGHAI = 8 * 3_600_000
const DAY = 86_400_000
const days = '日一二三四五六'

/** Fields of an instant in Shenzhen, whatever the laptop's zone: `2026-11-25T08:59`. */
const local = (instant: number) => new Date(instant + SHANGHAI).toISOString().slice(0, 16)

/** The cloud's clock: shown, stopped, set. `changed` after every change, so that phones follow. */
export function createClockPanel(changed: () => void): HTMLElement {
  let state: ClockState = { now: Date.now(), running: true }
  let heard = performance.now()
  const now = () => state.now + (state.running ? performance.now() - heard : 0)

  const face = el('time', 'clock-face')
  const date = el('span', 'clock-date')
  const input = el('input', 'clock-input')
  input.type = 'datetime-local'
  input.setAttribute('aria-label', '把时间设到')
  const button = (text: string, press: () => Partial<ClockState>) => {
    const element = el('button', 'chip', text)
    element.addEventListener('click', () => void set(press))
    return element
  }
  const pause = button('停住', () => ({ running: !state.running }))

  const hear = (next: ClockState) => {
    state = next
    heard = performance.now()
    draw()
  }
  const set = async (press: () => Partial<ClockState>) => {
    // Somebody else may have set it since it was last read.
    hear(await localCloud.clock())
    hear(await localCloud.setClock(press()))
    changed()
  }
  const draw = () => {
    const text = local(now())
    face.textContent = text.slice(11)
    face.dateTime = text
    const day = days[new Date(now() + SHANGHAI).getUTCDay()] ?? ''
    date.textContent = `${Number(text.slice(5, 7))} 月 ${Number(text.slice(8, 10))} 日 周${day}`
    if (document.activeElement !== input) input.value = text
    pause.textContent = state.running ? '停住' : '走起来'
    pause.setAttribute('aria-pressed', String(!state.running))
  }
  input.addEventListener('change', () => {
    const { value } = input
    if (value) void set(() => ({ now: Date.parse(`${value}:00+08:00`) }))
  })
  const morning = () => {
    const midnight = Math.floor((now() + SHANGHAI) / DAY) * DAY - SHANGHAI
    return midnight + DAY + 8.5 * 3_600_000
  }
  const refresh = () => void localCloud.clock().then(hear, () => {})
  refresh()
  draw()
  setInterval(draw, 1000)
  setInterval(refresh, 1000)
  return el(
    'section',
    'clock',
    el('div', 'clock-now', face, date),
    button('＋30 分钟', () => ({ now: now() + 1_800_000 })),
    button('明早 8:30', () => ({ now: morning() })),
    pause,
    input,
  )
}
