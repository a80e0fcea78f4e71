import * as v from 'valibot'
import { LANGUAGES } from '../../../miniprogram/domain/book'
import { LEADER_ROLES, SESSION_SERVICES } from '../../../miniprogram/domain/session'
import * as shape from './shapes'

/** A session as every family sees it: who leads it by name, never by account. */
export const sessionView = v.object({
  id: shape.sessionId,
  siteId: shape.siteId,
  date: shape.date,
  span: shape.span,
  service: v.picklist(SESSION_SERVICES),
  title: v.string(),
  language: v.picklist(LANGUAGES),
  leader: v.object({ name: v.string(), role: v.picklist(LEADER_ROLES) }),
  room: v.string(),
  places: v.number(),
  accompanied: v.boolean(),
  fromMonths: v.number(),
  toMonths: v.number(),
  cover: v.string(),
  bookIds: v.array(v.string()),
  cancelled: v.exactOptional(v.object({ at: shape.instant, why: v.string() })),
  priceFen: shape.fen,
})
/** How full it is, and what keeps more children out. */
export const seatsView = {
  /** Places that are left for a child of the right age; 0 when it is not taking place. */
  free: v.number(),
  /** What sets the limit. */
  limit: v.picklist(['session', 'room', 'group', 'carers', 'closed']),
  /** Why it does not take place: it was called off, or its time is closed. */
  off: v.exactOptional(v.string()),
}
export type SessionView = v.InferOutput<typeof sessionView>
