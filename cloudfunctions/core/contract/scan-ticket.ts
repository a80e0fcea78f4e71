import * as v from 'valibot'
import { LONGEST_CODE } from '../../../miniprogram/domain/signed-text'
import { doorState } from './door-state'
import * as shape from './shapes'

export const code = v.pipe(v.string(), v.maxLength(LONGEST_CODE))

/**
 * Brings a child in or lets it go home, on its ticket or on an adult's pass. Without a code a carer may only let in a
 * child of the day's list. The same nonce again is the same act; another one in its place is refused, never doubled.
 */
export const scanTicket = {
  input: v.pipe(
    v.strictObject({
      siteId: shape.siteId,
      ticket: v.exactOptional(code),
      bookingId: v.exactOptional(shape.bookingId),
      act: v.picklist(['in', 'out']),
      nonce: v.exactOptional(shape.attempt),
    }),
    v.forward(
      v.check(
        ({ ticket, bookingId, act }) =>
          ticket !== undefined || (bookingId !== undefined && act === 'in'),
      ),
      ['ticket'],
    ),
  ),
  output: doorState,
}
