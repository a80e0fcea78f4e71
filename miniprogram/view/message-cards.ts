import type { Message } from '../domain/message'
import { TEMPLATES, type TemplateName } from '../domain/template'
import { addDays, dateOf, isLocalDate, isLocalTime, timeOf, type Instant } from '../domain/time'
import { clock, dateWords } from './when'

/** A message of the inbox as the functions give it. */
export interface Received extends Message {
  readonly id: string
  readonly at: Instant
  readonly read: boolean
}

export interface MessageCardView {
  readonly id: string
  readonly kind: TemplateName
  readonly title: string
  readonly lines: readonly { readonly label: string; readonly text: string }[]
  readonly when: string
  readonly fresh: boolean
  /** Where a tap leads; empty when the message says it all. */
  readonly page: string
  readonly action: string
}

const ACTIONS: Readonly<Record<TemplateName, string>> = {
  booked: '看预约',
  reminder: '看预约和签到码',
  offer: '去确认',
  change: '看看怎么办',
  inside: '看预约',
  gone: '看今天的记录',
  notice: '',
}

/** The inbox, newest first: every message that was for this person, sent through WeChat or not. */
export function messageCardsOf(messages: readonly Received[], now: Instant): MessageCardView[] {
  return messages.map((message) => {
    const { template, data } = message
    const fields: Readonly<Record<string, string>> = TEMPLATES[template].fields
    const told = Object.entries(fields).flatMap(([field, label]) => {
      const text = data[field]
      return text ? [{ field, label, text }] : []
    })
    // A notice is known by its own title; the rest by what they are.
    const own = template === 'notice' ? data['thing1'] : undefined
    return {
      id: message.id,
      kind: template,
      title: own ?? TITLES[template],
      lines: told
        .filter(({ field, text }) => !KNOWN[template].includes(field) || text.startsWith('《'))
        .map(({ label, text }) => ({ label, text: readable(text) })),
      when: whenOf(message.at, now),
      fresh: !message.read,
      page: ACTIONS[template] ? message.page : '',
      action: message.page ? ACTIONS[template] : '',
    }
  })
}

const TITLES: Readonly<Record<TemplateName, string>> = {
  booked: '预约成功',
  reminder: '明天见',
  offer: '等到位置了',
  change: '预约有变化',
  inside: '入园了',
  gone: '离园了',
  notice: '社区通知',
}

/** Fields that WeChat's template asks for and the inbox says otherwise: the title, the same sentence each time. One that names a story stays. */
const KNOWN: Readonly<Record<TemplateName, readonly string[]>> = {
  booked: ['thing5'],
  reminder: [],
  offer: ['thing4'],
  change: [],
  inside: ['thing3'],
  gone: ['thing3', 'thing4'],
  notice: ['thing1'],
}

/** `2026年11月26日 09:00` and `¥0.00`, as WeChat wants them, are 11 月 26 日 周四 9:00 and 免费 in the inbox. */
function readable(text: string): string {
  if (text === '¥0.00') return '免费'
  const [, year, month, day, time] = /^(\d{4})年(\d+)月(\d+)日 (\d\d:\d\d)$/.exec(text) ?? []
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return time && isLocalDate(date) && isLocalTime(time) ? `${dateWords(date)} ${clock(time)}` : text
}

/** 今天 10:12 · 昨天 20:00 · 11 月 20 日 周五. */
function whenOf(at: Instant, now: Instant): string {
  const date = dateOf(at)
  const today = dateOf(now)
  const time = clock(timeOf(at))
  if (date === today) return `今天 ${time}`
  if (date === addDays(today, -1)) return `昨天 ${time}`
  return dateWords(date)
}
