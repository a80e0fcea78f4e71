import * as v from 'valibot'
import * as shape from './shapes'
import { roomChild } from './show-room'

/** Brings a child in or lets it go home on its ticket. The same act twice is refused, never doubled. */
export const scanTicket = {
  input: v.strictObject({
    siteId: shape.siteId,
    ticket: v.pipe(v.string(), v.maxLength(400)),
    act: v.picklist(['in', 'out']),
  }),
  output: v.object({ child: roomChild }),
}
