import type { Booking } from '../../../miniprogram/domain/booking'
import type { Child } from '../../../miniprogram/domain/child'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { bookedMessage } from '../../../miniprogram/domain/message'
import { sumOf } from '../../../miniprogram/domain/money'
import type { TemplateName } from '../../../miniprogram/domain/template'
import type { Context } from '../kernel/context'

interface Tap {
  readonly siteId: SiteId
  readonly accepted: readonly TemplateName[]
}

interface Told {
  readonly openid: string
  readonly attempt: string
  readonly children: readonly Child[]
  readonly bookings: readonly Booking[]
}

/** Confirms what was booked to the guardian who booked; the same attempt is told once. */
export async function tellBooked(
  { store, notify, now }: Context,
  { siteId, accepted }: Tap,
  { openid, attempt, children, bookings }: Told,
): Promise<void> {
  const [first] = bookings
  // Nothing was allowed in this tap, so nothing can be sent: the booking itself is in the list of bookings.
  if (!first || accepted.length === 0) return
  const site = accepted.includes('booked') ? await store.sites.get(siteId) : undefined
  const templateId = site?.templates['booked']
  const total = sumOf(bookings.map(({ quote }) => quote.totalFen))
  const care = {
    childNames: children.map(({ name }) => name),
    date: first.date,
    span: first.span,
    bookingId: first.id,
    ...(first.session ? { session: first.session } : {}),
  }
  await notify.tell({
    key: `booked_${attempt}`,
    openid,
    message: bookedMessage(care, total),
    allowed: accepted,
    ...(templateId ? { templateId } : {}),
    at: now,
  })
}
