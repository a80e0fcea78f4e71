import type { Household } from '../../../miniprogram/domain/household'
import {
  bookedMessage,
  seriesFullMessage,
  seriesMessage,
  type CareTold,
} from '../../../miniprogram/domain/message'
import { fen } from '../../../miniprogram/domain/money'
import type { Series, SeriesDay } from '../../../miniprogram/domain/series'
import type { TemplateName } from '../../../miniprogram/domain/template'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Settled } from './settle-series'
import { tellDecided } from './tell-decided'

/** What was booked when the series was asked for, in one message. */
export async function tellSeries(
  context: Context,
  { series, decided }: Settled,
  household: Household,
  accepted: readonly TemplateName[],
): Promise<void> {
  const booked = decided.filter((date) => series.days[date]?.state === 'booked')
  const [first] = booked
  if (!first) return
  const total = fen(series.seenTotalFen * booked.length)
  const message = seriesMessage(careOf(series, household, first), series.id, booked.length, total)
  const { id, siteId, openid } = series
  const site = accepted.includes('booked') ? await context.store.sites.get(siteId) : undefined
  const templateId = site?.templates['booked']
  await context.notify.tell({
    key: `series_${id}`,
    openid,
    message,
    allowed: accepted,
    ...(templateId ? { templateId } : {}),
    at: context.now,
  })
}

/** What the timer decided of a day that had waited. */
export async function tellDecidedDay(
  context: Context,
  series: Series,
  household: Household,
  date: LocalDate,
): Promise<void> {
  const { openid, siteId } = series
  const day = series.days[date]
  if (day?.state !== 'booked' && day?.state !== 'refused') return
  const care = careOf(series, household, date, day)
  const message =
    day.state === 'booked'
      ? bookedMessage(care, series.seenTotalFen)
      : seriesFullMessage(care, series.id)
  await tellDecided(context, { key: `series_${series.id}_${date}`, openid, siteId, message })
}

function careOf(series: Series, household: Household, date: LocalDate, day?: SeriesDay): CareTold {
  const names = household.children.filter(({ id }) => series.childIds.includes(id))
  const bookingId = day?.state === 'booked' ? (day.bookingIds[0] ?? '') : ''
  return { childNames: names.map(({ name }) => name), date, span: series.span, bookingId }
}
