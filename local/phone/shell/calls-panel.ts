import { el } from '../router/el'
import type { ShellNews } from '../wx/shell-link'
import { localCloud } from './local-cloud'

type Call = Extract<ShellNews, { kind: 'call' }>
const SHOWN = 60

/** A wall clock's time, of this laptop: a call's own moment, whatever the cloud's clock says. */
const timeOf = (instant: number) => new Date(instant).toTimeString().slice(0, 8)

const requestWords = (count: number | undefined) =>
  count === undefined ? '' : `数据库 ${count} 次`

/** Function calls of all phones as they come, and how many database requests each use case has made. */
export function createCallsPanel(): {
  element: HTMLElement
  add: (who: string, call: Call) => void
} {
  const list = el('ol', 'calls')
  const sum = el('p', 'quiet', '打开页面、点按钮时，云函数的调用会列在这里。')
  let timer: ReturnType<typeof setTimeout> | undefined

  const count = async () => {
    const rows = await localCloud.requests()
    const total = new Map<string, number>()
    for (const { useCase, function: name, count: n } of rows) {
      const key = useCase || name
      total.set(key, (total.get(key) ?? 0) + n)
    }
    const words = [...total].map(([name, n]) => `${name} ${n}`).join(' · ')
    sum.textContent = words ? `数据库请求：${words}` : ''
  }
  return {
    element: el('section', 'panel', el('h2', '', '云函数'), sum, list),
    add(who, call) {
      list.prepend(
        el(
          'li',
          call.ok ? 'call' : 'call call-failed',
          el('b', '', call.useCase ?? call.name),
          el('span', 'call-note', [who, call.note].filter(Boolean).join(' · ')),
          el('span', 'call-ms', `${call.ms} ms`),
          el('span', 'call-time', timeOf(Date.now())),
          el('span', 'call-requests', requestWords(call.requests)),
        ),
      )
      while (list.children.length > SHOWN) list.lastElementChild?.remove()
      clearTimeout(timer)
      timer = setTimeout(() => void count().catch(() => {}), 400)
    },
  }
}
