import type { Api } from '../../cloudfunctions/core/contract/api'
import { dateOf, type Instant } from '../domain/time'

export type BookingAnswer = Api['showBooking']['output']

const PREFIX = 'booking.'

/**
 * Keeps a ticket on the phone, so that it opens the door where there is no network. Only of days
 * to come: older ones are dropped, for nobody needs a child's name there any longer.
 */
export function keepBooking(answer: BookingAnswer): void {
  dropOld(answer.now)
  const key = PREFIX + answer.booking.id
  if (answer.ticket) wx.setStorageSync(key, answer)
  else wx.removeStorageSync(key)
}

export function keptBooking(id: string): BookingAnswer | undefined {
  const kept = wx.getStorageSync<BookingAnswer | ''>(PREFIX + id)
  return kept || undefined
}

/** Erasing a family leaves nothing of it on the phone either. */
export function dropKeptBookings(): void {
  for (const key of keptKeys()) wx.removeStorageSync(key)
}

function dropOld(now: Instant): void {
  const today = dateOf(now)
  for (const key of keptKeys()) {
    const kept = wx.getStorageSync<BookingAnswer | ''>(key)
    if (!kept || kept.booking.date < today) wx.removeStorageSync(key)
  }
}

function keptKeys(): string[] {
  return wx.getStorageInfoSync().keys.filter((key) => key.startsWith(PREFIX))
}
