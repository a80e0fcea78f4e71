import * as v from 'valibot'
import * as shape from './shapes'

/** A pick-up pass as the family that gave it sees it. */
export const passView = v.object({
  id: shape.passId,
  name: v.string(),
  state: v.picklist(['sent', 'opened', 'confirmed', 'revoked']),
  createdAt: shape.instant,
  openedAt: v.exactOptional(shape.instant),
  /** Four digits that stand on the opener's phone too. */
  number: v.exactOptional(v.string()),
})
export type PassView = v.InferOutput<typeof passView>
