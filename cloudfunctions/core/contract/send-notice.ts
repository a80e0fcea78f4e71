import * as v from 'valibot'
import { audience, callView, noticeView } from './notice-view'
import * as shape from './shapes'

/** Texts of a draft are kept whatever their length: nothing that was typed is lost. */
const draftText = shape.optionalText(500)

/** The site's groups, to choose from and to name. */
const groups = v.array(
  v.object({
    id: shape.groupId,
    name: v.string(),
    fromMonths: v.number(),
    toMonths: v.number(),
  }),
)

/** Keeps a draft as it is written; its id is the page's attempt. */
export const saveDraft = {
  input: v.strictObject({
    siteId: shape.siteId,
    noticeId: shape.attempt,
    title: draftText,
    text: draftText,
    audience,
  }),
  output: v.object({ saved: v.boolean() }),
}

export const dropDraft = {
  input: v.strictObject({ siteId: shape.siteId, noticeId: shape.attempt }),
  output: v.object({ dropped: v.boolean() }),
}

/** Whom a notice would reach: some families at a time, the next ones from `next` on. */
export const planNotice = {
  input: v.strictObject({
    siteId: shape.siteId,
    audience: v.exactOptional(audience, {}),
    after: v.exactOptional(shape.householdId),
  }),
  output: v.object({
    households: v.number(),
    byMessage: v.number(),
    byCall: v.array(callView),
    next: v.exactOptional(shape.householdId),
    /** Notices wait until then, for it is night. */
    quietUntil: v.exactOptional(shape.instant),
  }),
}

/** Sends the community's notice to its audience, now or at a later moment. The same id again sends nothing twice. */
export const sendNotice = {
  input: v.strictObject({
    siteId: shape.siteId,
    noticeId: shape.attempt,
    title: shape.typed(20),
    text: shape.typed(20),
    audience: v.exactOptional(audience, {}),
    at: v.exactOptional(shape.instant),
  }),
  output: v.object({ notice: noticeView }),
}

/** Drafts of the caller, and what went out or is planned, the newest first. */
export const listNotices = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    now: shape.instant,
    groups,
    drafts: v.array(noticeView),
    notices: v.array(noticeView),
  }),
}

const byId = v.strictObject({ siteId: shape.siteId, noticeId: shape.noticeId })

/** A notice and how far it has come: messages by state, families that want a call. */
export const showNotice = {
  input: v.strictObject({
    ...byId.entries,
    /** Lines of the call list from after this family on. */
    after: v.exactOptional(shape.householdId),
  }),
  output: v.object({
    now: shape.instant,
    groups,
    notice: noticeView,
    counts: v.object({
      sent: v.number(),
      waiting: v.number(),
      inbox: v.number(),
      refused: v.number(),
      failed: v.number(),
      unknown: v.number(),
      expired: v.number(),
      recalled: v.number(),
    }),
    /** Messages that are still in line and can be recalled. */
    pending: v.number(),
    calls: v.array(callView),
    next: v.exactOptional(shape.householdId),
  }),
}

/** Marks a family as rung up, or takes the mark away. */
export const markCalled = {
  input: v.strictObject({
    ...byId.entries,
    householdId: shape.householdId,
    called: v.boolean(),
  }),
  output: v.object({ calledBy: v.exactOptional(v.string()) }),
}

/** Takes back what has not left yet. */
export const recallNotice = {
  input: byId,
  output: v.object({ recalled: v.number(), notice: noticeView }),
}
