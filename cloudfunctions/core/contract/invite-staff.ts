import * as v from 'valibot'
import * as shape from './shapes'

const role = v.picklist(['carer', 'lead', 'operator', 'community', 'volunteer'])

/** A one-time invitation to a role. Its code is shown once; only its hash is stored. */
export const inviteStaff = {
  input: v.strictObject({ siteId: shape.siteId, role, name: shape.typed(10) }),
  output: v.object({ code: v.string(), expiresAt: shape.instant }),
}

export const acceptInvitation = {
  input: v.strictObject({ code: v.pipe(v.string(), v.trim(), v.maxLength(60)) }),
  output: v.object({ siteId: shape.siteId, role, name: v.string() }),
}
