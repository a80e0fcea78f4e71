import * as v from 'valibot'
import * as shape from './shapes'

/** A pass as the adult sees it who got the card. Whose child it is, only once the guardian has confirmed. */
const openedPass = v.object({
  now: shape.instant,
  name: v.string(),
  date: shape.date,
  siteName: v.string(),
  address: v.string(),
  /** `free`: nobody has opened it · `waiting`: the caller has, the guardian is to confirm · `ready`: see `ticket`. */
  state: v.picklist(['free', 'waiting', 'ready', 'taken', 'revoked', 'used', 'over']),
  number: v.exactOptional(v.string()),
  /** The signed text of the caller's own QR. */
  ticket: v.exactOptional(v.string()),
  childName: v.exactOptional(v.string()),
  until: v.exactOptional(shape.time),
})

/** Shows a pass to whoever holds the card, and changes nothing. */
export const showPass = {
  input: v.strictObject({ passId: shape.passId }),
  output: openedPass,
}

/** Makes the caller its opener, if nobody was faster. */
export const openPass = {
  input: v.strictObject({ passId: shape.passId }),
  output: openedPass,
}
