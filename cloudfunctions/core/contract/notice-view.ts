import * as v from 'valibot'
import { LANGUAGES } from '../../../miniprogram/domain/audience'
import * as shape from './shapes'

const months = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(216))

export const language = v.picklist(LANGUAGES)

/** For whom a notice is; without any condition for everybody. */
export const audience = v.strictObject({
  ages: v.exactOptional(v.strictObject({ fromMonths: months, toMonths: months })),
  groupId: v.exactOptional(shape.groupId),
  booked: v.exactOptional(v.strictObject({ from: shape.date, to: shape.date })),
  language: v.exactOptional(language),
})

/** A notice as the desk sees it. */
export const noticeView = v.object({
  id: shape.noticeId,
  title: v.string(),
  text: v.string(),
  audience,
  state: v.picklist(['draft', 'planned', 'going', 'gone', 'recalled']),
  at: shape.instant,
  byName: v.string(),
  urgent: v.exactOptional(v.boolean()),
  families: v.number(),
  byMessage: v.number(),
})
export type NoticeView = v.InferOutput<typeof noticeView>

/** A line of the call list: whom to ring, and for which child. */
export const callView = v.object({
  householdId: shape.householdId,
  guardian: v.string(),
  phone: v.string(),
  children: v.array(v.string()),
  /** Who rang them up. */
  calledBy: v.exactOptional(v.string()),
})
