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
export type SessionView = v.InferOutput<typeof sessionView>
