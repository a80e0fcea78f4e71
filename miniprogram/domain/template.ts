import { cutText, plainText } from './fit-text'
import type { Fen } from './money'
import type { LocalDate, LocalTime } from './time'

/**
 * The service messages that the app sends, each a subscribe-message template of WeChat's library,
 * declared once with its fields. WeChat's ids differ by account, so a site's settings hold them.
 */
export const TEMPLATES = {
  booked: {
    title: '预约成功通知',
    fields: { thing1: '孩子', thing2: '服务', time3: '时间', amount4: '费用', thing5: '提示' },
  },
  reminder: {
    title: '预约到店提醒',
    fields: { thing1: '孩子', time2: '时间', thing3: '地点', thing4: '提示' },
  },
  offer: {
    title: '候补有位提醒',
    fields: { thing1: '孩子', time2: '时间', time3: '请在此前确认', thing4: '提示' },
  },
  change: {
    title: '预约变更提醒',
    fields: { thing1: '孩子', time2: '原定时间', thing3: '变更', thing4: '说明' },
  },
  inside: {
    title: '入园通知',
    fields: { thing1: '孩子', time2: '入园时间', thing3: '地点', thing4: '提示' },
  },
  gone: {
    title: '离园通知',
    fields: { thing1: '孩子', time2: '离园时间', thing3: '地点', thing4: '提示' },
  },
  notice: {
    title: '社区通知提醒',
    fields: { thing1: '标题', thing2: '说明', time3: '时间' },
  },
} as const

export type TemplateName = keyof typeof TEMPLATES
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[]

/** Values by field name, each already within WeChat's limit for its kind. */
export type TemplateData = Readonly<Record<string, string>>

/** A `thing` holds at most so many characters. */
export const THING_MOST = 20

/** Ten digits and a currency sign are the most that an `amount` may have. */
const AMOUNT_MOST = 9_999_999_999

/**
 * Every text as WeChat accepts it in its field (else error 47003): the one way into a message. A `thing` is fitted,
 * a `time` and an `amount` are made by `templateTime` and `templateAmount` alone. Limits by kind of field:
 * developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.send.html
 */
export function fitData(data: TemplateData): TemplateData {
  return Object.fromEntries(
    Object.entries(data).map(([field, text]) => [
      field,
      field.startsWith('thing') ? cutText(plainText(text), THING_MOST) || '无' : text,
    ]),
  )
}

/** `2026年11月26日 09:00`: the form that `time` fields take. */
export function templateTime(date: LocalDate, time: LocalTime): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${String(year).padStart(4, '0')}年${month}月${day}日 ${time}`
}

/** `¥57.00` */
export function templateAmount(amount: Fen): string {
  return `¥${(Math.min(Math.max(amount, 0), AMOUNT_MOST) / 100).toFixed(2)}`
}
