import * as v from 'valibot'
import { childHealth } from './child-health'
import * as shape from './shapes'

/** Children who must stay at home, or whose note of return is still to be seen, the next to return first. */
export const listExcluded = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    children: v.array(
      v.object({
        childId: shape.childId,
        name: v.string(),
        health: childHealth,
        guardians: v.array(v.object({ name: v.string(), phone: v.string() })),
      }),
    ),
  }),
}
