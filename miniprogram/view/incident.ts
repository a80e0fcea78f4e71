import { videoHoldOf, type Incident } from '../domain/incident'
import { dateOf, isLocalTime, timeOf, type Instant } from '../domain/time'
import type { FormErrors } from './form-errors'
import { clock, dateWords, monthDay } from './when'

export interface IncidentForm {
  readonly time: string
  readonly place: string
  readonly what: string
  readonly action: string
  readonly told: string
}

export const INCIDENT_WORDS = {
  bookingIds: '请选是哪个孩子。',
  time: '请选今天已经过去的时间。',
  place: '请写在哪里，最多 20 个字。',
  what: '请写发生了什么，最多 200 个字。',
  action: '请写做了什么处理，最多 200 个字。',
  told: '请写告诉了谁、怎么说的，最多 60 个字。',
} as const satisfies FormErrors

/** Where in such a room things happen: a tap instead of typing. */
export const PLACES = ['教室', '午睡区', '洗手间', '门口', '户外'] as const

export function incidentErrorsOf(form: IncidentForm, chosen: number, now: Instant): FormErrors {
  const wrong = {
    bookingIds: chosen === 0,
    time: !isLocalTime(form.time) || form.time > timeOf(now),
    place: isUnfit(form.place, 20),
    what: isUnfit(form.what, 200),
    action: isUnfit(form.action, 200),
    told: isUnfit(form.told, 60),
  }
  const fields = Object.keys(wrong) as (keyof typeof wrong)[]
  return Object.fromEntries(
    fields.filter((field) => wrong[field]).map((field) => [field, INCIDENT_WORDS[field]]),
  )
}

function isUnfit(text: string, most: number): boolean {
  const { length } = text.trim()
  return length === 0 || length > most
}

export interface IncidentFacts extends Omit<Incident, 'childIds' | 'siteId'> {
  readonly children: readonly string[]
}

export interface IncidentCard {
  readonly id: string
  readonly title: string
  readonly when: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  readonly video: string
  readonly tone: 'leaf' | 'sun' | 'coral'
  /** The recording still has to be copied away. */
  readonly mayKeep: boolean
}

/** So few days before the recording may be lost the reminder turns coral. */
const SOON_DAYS = 14

export function incidentCardOf(incident: IncidentFacts, now: Instant): IncidentCard {
  const { id, date, time, place, children, what, action, told, by, videoKept } = incident
  const hold = videoHoldOf(incident, dateOf(now))
  return {
    id,
    title: `${children.join('、')} · ${place}`,
    when: `${dateWords(date)} ${clock(time)}`,
    lines: [
      { label: '经过', text: what },
      { label: '处理', text: action },
      { label: '告知', text: told },
      { label: '记录', text: by },
    ],
    video:
      hold.state === 'kept'
        ? `录像已保全：${videoKept?.by ?? ''}`
        : hold.state === 'due'
          ? `录像只保证留到 ${monthDay(hold.until)}，还剩 ${hold.daysLeft} 天`
          : `录像 ${monthDay(hold.until)} 后不再保证有`,
    tone: hold.state === 'kept' ? 'leaf' : hold.daysLeft > SOON_DAYS ? 'sun' : 'coral',
    mayKeep: hold.state === 'due',
  }
}
