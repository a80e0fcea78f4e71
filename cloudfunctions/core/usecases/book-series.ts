import { FaultError } from '../../../miniprogram/domain/fault'
import { householdOf, type ChildId, type SeriesId } from '../../../miniprogram/domain/ids'
import { accept, refuse, type Refused } from '../../../miniprogram/domain/result'
import {
  foreseeSeries,
  seriesDatesOf,
  type Series,
  type SeriesDay,
} from '../../../miniprogram/domain/series'
import { takenOf } from '../../../miniprogram/domain/share'
import { MINUTE, instantOf, later, type LocalDate } from '../../../miniprogram/domain/time'
import type { Child } from '../../../miniprogram/domain/child'
import type { Household } from '../../../miniprogram/domain/household'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { ownChildren } from './own-children'
import { settleSeries } from './settle-series'
import { tellSeries } from './tell-series'

type Input = InputOf<'bookSeries'>

/** Longer than any call of the function lives: then the timer follows up what a call left half done. */
const FOLLOW_UP = MINUTE

export const bookSeries: UseCase<'bookSeries', 'family'> = {
  name: 'bookSeries',
  access: { for: 'family', of: (input) => householdOf(input.childIds[0] as ChildId) },
  async run(context, input, { openid, household }) {
    const { store, now } = context
    const children = ownChildren(household, input)
    const id = idOf(context, openid, input)
    const asked = await store.series.get(id)
    if (!asked) {
      // A family on trial holds one booking.
      if (!household.papers) return refuse({ code: 'papers_first' })
      const dates = seriesDatesOf(input.weekdays, input.from, input.weeks).filter(
        (date) => instantOf(date, input.span.from) > now,
      )
      const refused = await refuseSeries(context, input, { household, children, dates })
      if (refused) return refused
      await store.series.add(newSeries(input, { id, openid, household, children, dates, now }))
    }
    const series = asked ?? (await store.series.get(id))
    if (!series) throw new FaultError({ code: 'busy' })
    if (series.state !== 'asked') return answerOf(series)
    const settled = await settleSeries(context, series, household)
    if (!settled) throw new FaultError({ code: 'busy' })
    await tellSeries(context, settled, household, input.accepted)
    return answerOf(settled.series)
  },
}

function answerOf(series: Series) {
  return series.state === 'refused' ? partlyFull(refusedDates(series.days)) : accept({ series })
}

function refusedDates(days: Series['days']): LocalDate[] {
  const dates = Object.keys(days).sort() as LocalDate[]
  return dates.filter((date) => days[date]?.state === 'refused')
}

function partlyFull(dates: readonly LocalDate[]): Refused {
  return refuse({ code: 'series_partly_full', dates })
}

/** The same attempt with another ask is another series. */
function idOf({ hash }: Context, openid: string, input: Input): SeriesId {
  const { attempt, siteId, span, from, weeks, mode } = input
  const lists = [[...input.childIds].sort(), [...input.weekdays].sort((a, b) => a - b)].map(String)
  return hash(
    'series',
    openid,
    attempt,
    siteId,
    span.from,
    span.to,
    from,
    `${weeks}`,
    mode,
    ...lists,
  ) as SeriesId
}

/** What can be seen before anything is taken: nothing at all to have, or one day too few for all of them. */
async function refuseSeries(
  { store, now }: Context,
  { siteId, span, mode, childIds }: Input,
  asked: { household: Household; children: readonly Child[]; dates: readonly LocalDate[] },
): Promise<Refused | undefined> {
  const { household, children, dates } = asked
  if (dates.length === 0) return refuse({ code: 'span_past' })
  const days = await store.days.readManyFor(siteId, dates, childIds)
  const foreseen = foreseeSeries(
    dates,
    span,
    (date) => {
      const day = days.find((each) => each.date === date)
      const hasPlace = (slot: string, childId: ChildId): boolean =>
        day?.kids[childId]?.[slot as never] !== undefined
      return day && { day, children, now, hasPlace }
    },
    (week) => takenOf(household.share, week),
  )
  const refused = dates.filter((date) => foreseen.get(date)?.state === 'refused')
  const none = refused.length === dates.length
  return none || (mode === 'all' && refused.length > 0) ? partlyFull(refused) : undefined
}

function newSeries(
  input: Input,
  asked: {
    id: SeriesId
    openid: string
    household: Household
    children: readonly Child[]
    dates: readonly LocalDate[]
    now: Series['askedAt']
  },
): Series {
  const { siteId, weekdays, span, weeks, mode, seenTotalFen } = input
  const { id, openid, household, children, dates, now } = asked
  const waiting: SeriesDay = { state: 'waiting', until: now }
  return {
    id,
    siteId,
    householdId: household.id,
    childIds: children.map((child) => child.id),
    weekdays,
    span,
    weeks,
    mode,
    seenTotalFen,
    openid,
    askedAt: now,
    state: 'asked',
    days: Object.fromEntries(dates.map((date) => [date, waiting])),
    nextAt: later(now, FOLLOW_UP),
    rev: 1,
  }
}
