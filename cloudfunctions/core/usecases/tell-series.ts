import type { Household } from '../../../miniprogram/domain/household'
import {
  bookedMessage,
  missedMessage,
  seriesMessage,
  type CareTold,
  type Message,
} from '../../../miniprogram/domain/message'
import { fen } from '../../../miniprogram/domain/money'
import type { Series, SeriesDay } from '../../../miniprogram/domain/series'
import type { TemplateName } from '../../../miniprogram/domain/template'
import type { LocalDate } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Settled } from './settle-series'

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
  await tell(context, series, { key: `series_${series.id}`, message, accepted })
}

/** What the timer decided of a day that had waited. */
export async function tellDecidedDay(
  context: Context,
  series: Series,
  household: Household,
  date: LocalDate,
): Promise<void> {
  const day = series.days[date]
  if (day?.state !== 'booked' && day?.state !== 'refused') return
  const care = careOf(series, household, date, day)
  const message =
    day.state === 'booked'
      ? bookedMessage(care, series.seenTotalFen)
      : missedMessage(care, series.id)
  const allowed =
    ((await context.store.people.get(series.openid))?.credits[message.template] ?? 0) > 0
  const accepted = allowed ? [message.template] : []
  await tell(context, series, { key: `series_${series.id}_${date}`, message, accepted }, false)
}

function careOf(series: Series, household: Household, date: LocalDate, day?: SeriesDay): CareTold {
  const names = household.children.filter(({ id }) => series.childIds.includes(id))
  const bookingId = day?.state === 'booked' ? (day.bookingIds[0] ?? '') : ''
  return { childNames: names.map(({ name }) => name), date, span: series.span, bookingId }
}

async function tell(
  { store, notify, now }: Context,
  { siteId, openid }: Series,
  told: { key: string; message: Message; accepted: readonly TemplateName[] },
  isNew = true,
): Promise<void> {
  const { key, message, accepted } = told
  const site = accepted.includes(message.template) ? await store.sites.get(siteId) : undefined
  const templateId = site?.templates[message.template]
  await notify.tell({
    key,
    openid,
    message,
    // Only what was allowed in this tap counts anew.
    ...(isNew ? { allowed: accepted } : {}),
    ...(templateId ? { templateId } : {}),
    at: now,
  })
}
