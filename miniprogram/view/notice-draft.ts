import { noticeMessage } from '../domain/message'
import { TEMPLATES } from '../domain/template'
import { dateOf, timeOf, type Instant } from '../domain/time'

/** WeChat cuts a template's `thing` at so many characters. */
export const NOTICE_MOST = 20

export interface NoticeReach {
  readonly households: number
  readonly byMessage: number
  readonly byCall: readonly Family[]
}

export interface Family {
  readonly guardian: string
  readonly phone: string
  readonly children: readonly string[]
}

export interface NoticeField {
  readonly text: string
  /** 18 / 20 */
  readonly count: string
  readonly over: boolean
}

export interface NoticeDraft {
  readonly title: NoticeField
  readonly text: NoticeField
  readonly preview: readonly { readonly label: string; readonly text: string }[]
  readonly ready: boolean
  readonly button: string
}

export interface ReachView {
  readonly byMessage: number
  readonly households: number
  readonly percent: number
  readonly callWords: string
  readonly families: readonly CallFamily[]
}

export interface CallFamily {
  readonly key: string
  readonly guardian: string
  readonly phone: string
  readonly children: string
}

const NOT_YET = '（还没写）'

/** A notice while it is written: how long, how it will look, whom it reaches. */
export function noticeDraftOf(
  typed: { readonly title: string; readonly text: string },
  reach: Pick<NoticeReach, 'households' | 'byMessage'> | undefined,
  now: Instant,
): NoticeDraft {
  const title = fieldOf(typed.title)
  const text = fieldOf(typed.text)
  const isWritten = [title, text].every((field) => field.text.trim() !== '' && !field.over)
  const shown = { title: typed.title.trim() || NOT_YET, text: typed.text.trim() || NOT_YET }
  const { data } = noticeMessage(shown, dateOf(now), timeOf(now))
  return {
    title,
    text,
    preview: Object.entries(TEMPLATES.notice.fields).map(([field, label]) => ({
      label,
      text: data[field] ?? '',
    })),
    ready: isWritten && reach !== undefined && reach.households > 0,
    button: reach ? `发给 ${reach.households} 家` : '发出',
  }
}

function fieldOf(typed: string): NoticeField {
  const { length } = typed.trim()
  return { text: typed, count: `${length} / ${NOTICE_MOST}`, over: length > NOTICE_MOST }
}

export function reachViewOf({ households, byMessage, byCall }: NoticeReach): ReachView {
  return {
    byMessage,
    households,
    percent: households ? Math.round((byMessage * 100) / households) : 0,
    callWords: byCall.length ? `${byCall.length} 家需要打电话` : '每一家都能收到',
    families: callFamiliesOf(byCall),
  }
}

export function callFamiliesOf(families: readonly Family[]): CallFamily[] {
  return families.map(({ guardian, phone, children }, index) => ({
    key: `${index}-${phone}`,
    guardian,
    phone,
    children: children.join('、'),
  }))
}

/** After sending: what WeChat took, and who is left to be rung. */
export interface SentView {
  readonly households: number
  readonly sent: number
  readonly words: string
  readonly families: readonly CallFamily[]
}

export function sentViewOf(sent: {
  readonly households: number
  readonly sent: number
  readonly byCall: readonly Family[]
}): SentView {
  const families = callFamiliesOf(sent.byCall)
  return {
    households: sent.households,
    sent: sent.sent,
    words: families.length ? `还有 ${families.length} 家，请打个电话` : '每一家的微信都收到了',
    families,
  }
}
