/** Where that is shown which has just been booked: one booking on its own page, several in the list. */
export function bookedUrl(bookings: readonly { readonly id: string }[]): string {
  const [first, second] = bookings
  return first && !second
    ? `/pages/booking-show/booking-show?id=${first.id}&fresh=1`
    : '/pages/booking-list/booking-list?fresh=1'
}
