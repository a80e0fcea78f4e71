import type { Day } from '../domain/day'
import type { GroupId } from '../domain/ids'
import { CARER_LOAD } from '../domain/load'
import { loadNext, loadNow, type Counted, type GroupLoad } from '../domain/room-load'
import { slotKeyOf, type Span } from '../domain/span'
import type { LocalTime } from '../domain/time'
import { clock } from './when'

/** A group in the running half hour and in the next. */
export interface GroupBar {
  readonly id: GroupId
  readonly name: string
  readonly words: string
  /** How much of the carers' load is used, 0 to 100. */
  readonly percent: number
  readonly tone: 'leaf' | 'sun' | 'coral'
  /** What to do when the carers are not enough. */
  readonly warning: string
  /** 10:30 · 5 个孩子 · 2 位老师 */
  readonly next: string
  /** The next half hour as it comes out with whoever has not been fetched. */
  readonly nextWarning: string
}

export interface GroupFacts {
  readonly day: Day | undefined
  readonly children: readonly Counted[]
  /** Carers by their own scan; absent while nobody has scanned, and the plan is all there is. */
  readonly here: Readonly<Record<GroupId, number>> | undefined
  readonly time: LocalTime
  readonly running: LocalTime
  readonly next: Span
}

export function groupBarsOf(facts: GroupFacts): GroupBar[] {
  return (facts.day?.groups ?? []).map(({ id, name }) => barOf(facts, id, name))
}

function barOf(facts: GroupFacts, id: GroupId, name: string): GroupBar {
  const { day, children, here, time, running, next } = facts
  const planned = (at: LocalTime): number => day?.slots[slotKeyOf(at)]?.groups[id]?.carers ?? 0
  const now = loadNow(children, id, here ? (here[id] ?? 0) : planned(running), time)
  const then = loadNext(children, id, planned(next.from), { half: next, time })
  const most = now.carers * CARER_LOAD
  const share = most ? Math.round((now.load * 100) / most) : now.load ? 100 : 0
  const short = here && now.carers < planned(running) ? `（排了 ${planned(running)} 位）` : ''
  return {
    id,
    name,
    words: `${countWords(now)}${short}`,
    percent: Math.min(100, share),
    tone: now.missing > 0 ? 'coral' : share >= 85 ? 'sun' : 'leaf',
    warning: now.missing > 0 ? `老师不够，还差 ${now.missing} 位` : '',
    next: `${clock(next.from)} · ${countWords(then)}`,
    nextWarning: nextWarningOf(then, next.from),
  }
}

function countWords({ children, carers }: GroupLoad): string {
  return `${children} 个孩子 · ${carers} 位老师`
}

function nextWarningOf({ missing, overstaying }: GroupLoad, from: LocalTime): string {
  if (missing === 0) return ''
  const why = overstaying > 0 ? `有 ${overstaying} 个孩子还没接，` : ''
  return `${why}${clock(from)} 起还差 ${missing} 位老师`
}
