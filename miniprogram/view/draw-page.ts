import type { Child } from '../domain/child'
import { isFairDraw, type Draw, type DrawResult } from '../domain/draw'
import type { ChildId, RequestId } from '../domain/ids'
import type { Span } from '../domain/span'
import type { Instant } from '../domain/time'
import { openingMoment } from './release-note'
import { whyWord } from './series-words'
import { dateWords, spanWords } from './when'

/** A draw as its own family's phone knows it: the others are numbers. */
export type DrawFacts = Pick<
  Draw,
  'date' | 'from' | 'closesAt' | 'commitment' | 'state' | 'results'
> & {
  readonly requestIds: readonly RequestId[]
  readonly seed?: string
  readonly order?: readonly RequestId[]
}

export interface Mine {
  readonly requestId: RequestId
  readonly childIds?: readonly ChildId[]
  readonly span?: Span
}

export interface DrawPageView {
  readonly title: string
  /** What may be done now, or when it may. */
  readonly state: string
  readonly count: string
  readonly mine: string
  readonly mayJoin: boolean
  readonly mayLeave: boolean
  readonly commitment: string
  /** Empty until the draw is closed. */
  readonly seed: string
  readonly lots: readonly Lot[]
}

export interface Lot {
  readonly id: RequestId
  readonly place: string
  /** The first letters and digits of the number: enough to find one's own. */
  readonly number: string
  readonly result: string
  readonly won: boolean
  readonly mine: boolean
}

export function drawPageOf(
  draw: DrawFacts,
  mine: Mine | undefined,
  children: readonly Child[],
  now: Instant,
): DrawPageView {
  const { date, requestIds, commitment, seed = '', order = [] } = draw
  const isGathering = draw.state === 'open' && draw.from <= now && now < draw.closesAt
  return {
    title: `${dateWords(date)} 抽签`,
    state: stateOf(draw, now),
    count: requestIds.length > 0 ? `${requestIds.length} 家报名` : '还没有人报名',
    mine: mine ? mineOf(mine, children) : '',
    mayJoin: isGathering,
    mayLeave: isGathering && mine !== undefined,
    commitment,
    seed,
    lots: order.map((id, index) => lotOf(draw.results[id], id, index, mine)),
  }
}

function stateOf({ state, from, closesAt }: DrawFacts, now: Instant): string {
  if (state === 'done') return '已经开奖，剩下的位置谁都可以约。'
  if (state === 'drawn' || now >= closesAt) return '正在开奖，一两分钟就好。'
  if (now < from)
    return `${openingMoment(from, now)} 开始报名，${openingMoment(closesAt, now)} 开奖。`
  return `${openingMoment(closesAt, now)} 前报名，报名早晚都一样。`
}

function mineOf({ requestId, childIds = [], span }: Mine, children: readonly Child[]): string {
  const names = childIds.map((id) => children.find((child) => child.id === id)?.name ?? '孩子')
  const what = [names.join('、'), span ? spanWords(span) : ''].filter(Boolean).join(' · ')
  return [what, `号码 ${numberOf(requestId)}`].filter(Boolean).join('，')
}

function lotOf(
  result: DrawResult | undefined,
  id: RequestId,
  index: number,
  mine: Mine | undefined,
): Lot {
  const won = result === 'booked'
  return {
    id,
    place: String(index + 1),
    number: numberOf(id),
    result: result === undefined ? '等结果' : won ? '约上了' : whyWord(result),
    won,
    mine: id === mine?.requestId,
  }
}

function numberOf(id: RequestId): string {
  return id.slice(0, 6)
}

/** What recomputing on this phone found. */
export function recomputedWords({ requestIds, commitment, seed, order }: DrawFacts): {
  readonly fair: boolean
  readonly text: string
} {
  const fair =
    seed !== undefined && order !== undefined && isFairDraw({ commitment, seed, order }, requestIds)
  return fair
    ? { fair, text: '这部手机自己算了一遍：签底和事先封好的一样，名次也一样。' }
    : { fair, text: '算出来不一样！请截图给社区看。' }
}
