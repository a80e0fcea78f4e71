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
  change: {
    title: '预约变更通知',
    fields: { thing1: '孩子', time2: '原定时间', thing3: '变更', thing4: '原因' },
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

/**
 * Cuts a text so that WeChat accepts it (else error 47003). Limits by field kind:
 * developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.send.html
 */
export function fitField(field: string, text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const kind = field.replace(/\d+$/, '')
  if (kind === 'thing') return cut(plain || '无', 20)
  if (kind === 'phrase') return cut(plain, 5)
  if (kind === 'name') return cut(plain, 10)
  if (kind === 'character_string') return plain.replace(/[^\x21-\x7e]/g, '').slice(0, 32)
  return plain
}

export function fitData(data: TemplateData): TemplateData {
  return Object.fromEntries(
    Object.entries(data).map(([field, text]) => [field, fitField(field, text)]),
  )
}

/** At most so many UTF-16 units, an ellipsis in place of what is cut, no character cut in half. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let short = ''
  for (const character of text) {
    if (short.length + character.length > most - 1) break
    short += character
  }
  return `${short}…`
}
