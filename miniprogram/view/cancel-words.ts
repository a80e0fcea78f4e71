import type { CancelCost } from '../domain/decide-cancellation'
import type { Instant } from '../domain/time'
import { yuan } from './money'
import { momentWords } from './when'

/** What cancelling costs from now on, as one sentence; `each` says whose where siblings share a bill. */
export function cancelWordsOf(costs: readonly CancelCost[], now: Instant, each: string): string {
  const ahead = costs.filter(({ until }) => until === undefined || now < until)
  const [current, ...later] = ahead
  if (!current || ahead.every((cost) => cost.fen === 0)) return '可以随时取消，不收费。'
  const steps = later.map((cost, index) => {
    const since = momentWords(ahead[index]?.until ?? now)
    return `${since} 起${each}收 ${yuan(cost.fen)}`
  })
  if (current.fen > 0) {
    const free = costs.filter((cost) => cost.fen === 0).pop()?.until
    const past = free === undefined ? '' : `免费取消到 ${momentWords(free)} 为止，`
    return `${past}${[`现在取消${each}收 ${yuan(current.fen)}`, ...steps].join('，')}。`
  }
  const next = later[0]?.fen ?? current.fen
  const until = momentWords(current.until ?? now)
  const rest = [`之后取消${each}收 ${yuan(next)}`, ...steps.slice(1)].join('，')
  return `${until} 前可免费取消；${rest}。`
}
