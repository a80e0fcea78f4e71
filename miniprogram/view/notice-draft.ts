import { noticeMessage } from '../domain/message'
import { TEMPLATES, THING_MOST } from '../domain/template'
import { dateOf, timeOf, type Instant } from '../domain/time'
import type { FormErrors } from './form-errors'
import { dateWords, clock, todayWord } from './when'

export interface NoticeField {
  /** 18 / 20 */
  readonly count: string
  readonly over: boolean
}

export interface NoticeDraft {
  readonly title: NoticeField
  readonly text: NoticeField
  /** WeChat's card, line by line. */
  readonly preview: readonly { readonly label: string; readonly text: string }[]
  readonly previewTitle: string
  readonly button: string
}

const NOT_YET = '（还没写）'

/** Right below the field that is wrong. */
export const NOTICE_ERRORS: FormErrors = {
  title: '请写标题，最多 20 个字',
  text: '请写内容，最多 20 个字；微信的提醒放不下更多',
  audience: '没有家庭符合，请放宽条件',
  ages: '月龄要从小到大',
  booked: '日期要从前到后，最多三周',
  at: '这个时间已经过了，请选两个月以内、以后的时间',
}

export interface Typed {
  readonly title: string
  readonly text: string
}

/** A notice while it is written: how long, how it will look, and what the button does. */
export function noticeDraftOf(
  typed: Typed,
  { households, at }: { readonly households: number | undefined; readonly at: Instant | undefined },
  now: Instant,
): NoticeDraft {
  const shown = { title: typed.title.trim() || NOT_YET, text: typed.text.trim() || NOT_YET }
  const when = at ?? now
  const { data } = noticeMessage(shown, dateOf(when), timeOf(when))
  const whom = households === undefined ? '' : `给 ${households} 家`
  return {
    title: fieldOf(typed.title),
    text: fieldOf(typed.text),
    previewTitle: TEMPLATES.notice.title,
    preview: Object.entries(TEMPLATES.notice.fields).map(([field, label]) => ({
      label,
      text: data[field] ?? '',
    })),
    button: at === undefined ? `发${whom || '出'}` : `${shortMoment(at, now)} 发${whom || '出'}`,
  }
}

/** What the phone can tell before it asks: by field, as `NOTICE_ERRORS` has it. */
export function wrongOf(
  { title, text }: Typed,
  { households, at }: { readonly households: number | undefined; readonly at: Instant | undefined },
  now: Instant,
): FormErrors {
  const wrong = {
    title: !isWritten(title),
    text: !isWritten(text),
    audience: households === 0,
    at: at !== undefined && at <= now,
  }
  const fields = Object.entries(wrong).filter(([, is]) => is)
  return Object.fromEntries(fields.map(([field]) => [field, NOTICE_ERRORS[field] ?? '']))
}

function isWritten(typed: string): boolean {
  const { length } = typed.trim()
  return length > 0 && length <= THING_MOST
}

function fieldOf(typed: string): NoticeField {
  const { length } = typed.trim()
  return { count: `${length} / ${THING_MOST}`, over: length > THING_MOST }
}

/** 今天 14:00 · 11 月 27 日 周五 8:00 */
export function shortMoment(at: Instant, now: Instant): string {
  const date = dateOf(at)
  return `${todayWord(date, dateOf(now)) || dateWords(date)} ${clock(timeOf(at))}`
}

/** 现在 or 定时 */
export function momentChoicesOf(planned: boolean) {
  return [
    { value: 'now', label: '现在', on: !planned },
    { value: 'later', label: '定时', on: planned },
  ]
}
