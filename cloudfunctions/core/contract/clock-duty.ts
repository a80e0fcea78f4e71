import * as v from 'valibot'
import * as shape from './shapes'

/** A carer comes to work or goes, by scanning the code on the room's wall with her own phone. */
export const clockDuty = {
  input: v.strictObject({
    siteId: shape.siteId,
    code: v.pipe(v.string(), v.maxLength(400)),
    act: v.picklist(['start', 'end']),
    groupId: shape.groupId,
  }),
  output: v.object({
    name: v.string(),
    groupId: shape.groupId,
    inAt: shape.instant,
    outAt: v.exactOptional(shape.instant),
  }),
}

/** The text of the code on the room's wall, to be shown or printed. */
export const showSiteCode = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({ text: v.string() }),
}
