import { KEEPING, RULES, type Item, type Rule } from '../domain/keeping'
import { GROWN_DAYS } from '../domain/farewell'

/** What is kept of a person and why: an item without words does not compile. */
const ITEM_WORDS: Readonly<Record<Item, { readonly what: string; readonly why: string }>> = {
  contact: { what: '您的称呼和手机号', why: '确认预约，孩子需要您时打给您' },
  account: {
    what: '微信给本小程序的编号',
    why: '认出这是您，只给您看自己家的信息',
  },
  wishes: {
    what: '您允许过几条微信消息、拒绝过几次、想看哪种话的通知',
    why: '只在您允许时发，用您看得懂的话',
  },
  consents: { what: '同意说明的版本和时间', why: '证明是您同意的，到期提醒您' },
  papers: { what: '材料看过的日期和老师', why: '入园条件，只记看过，不留复印件' },
  childName: { what: '孩子的小名', why: '老师叫得出孩子' },
  birthDate: { what: '孩子的生日', why: '按当天月龄分班、排老师' },
  allergies: { what: '孩子的过敏', why: '避免吃到、碰到' },
  healthDates: { what: '体检、接种和返园的日期', why: '入园条件；只记日期，不记病名，不留材料' },
  dayRecords: { what: '晨检和当日记录', why: '照看好孩子，给您看孩子的一天' },
  incidents: { what: '事件记录', why: '说清楚发生了什么' },
  visits: { what: '预约、入园和离园时间', why: '留位置，知道孩子在不在园，结算' },
  money: { what: '账单、收款和免费时间', why: '收费有据可查' },
  waiting: { what: '排队、抽签、固定预约和没来的记录', why: '轮到您时留位置，公平分配' },
  fetchers: { what: '您请来接孩子的人怎么称呼、哪天来', why: '老师把孩子交给对的人，事后查得到' },
  books: { what: '每个孩子听过哪些绘本、哪天听的', why: '给您看听过多少、接下来读什么' },
  loans: { what: '在借的绘本和该还的日子', why: '提醒您还书；还了就不留记录' },
  messages: { what: '收到的消息', why: '微信没送到时，在这里也看得到' },
  staff: { what: '老师的称呼、身份和排班', why: '安排谁当班，谁能看什么' },
  volunteer: { what: '志愿者的资料和服务时间', why: '安排活动，开时间证明' },
  reads: { what: '哪位老师看过健康信息', why: '查得到有没有人乱看' },
  authors: { what: '谁改了设置、写了通知', why: '每次修改都有人负责' },
}

export interface StoredItem {
  readonly what: string
  readonly why: string
  readonly until: string
}

/** Every item that is kept, its purpose and its end: the table that the nightly timer goes by, in words. */
export function storedItems(): StoredItem[] {
  const used = new Set(Object.values(KEEPING).flatMap((fields) => Object.values(fields)))
  const items = Object.keys(ITEM_WORDS) as Item[]
  return items
    .filter((item) => used.has(item))
    .map((item) => ({ ...ITEM_WORDS[item], until: untilWords(RULES[item]) }))
}

/** 满 90 天，或您删除为止 */
export function untilWords({ ends, days }: Rule): string {
  const at = days === undefined ? '' : daysWords(days)
  switch (ends) {
    case 'child':
      return at ? `满${at}，或孩子的记录到期` : `孩子超过年龄 ${GROWN_DAYS} 天，或您删除为止`
    case 'family':
      return at ? `满${at}，或您删除为止` : '孩子都大了、一年没来，或您删除为止'
    case 'nameless':
      return '家庭信息删除后，只剩没有名字的记录'
    case 'account':
      return at ? `满${at}，或不再使用` : '不再任职，或本人删除为止'
    case 'returned':
      return '还书为止'
    case 'days':
      return `满${at}，期间只增不改`
  }
}

function daysWords(days: number): string {
  return days % 365 === 0 ? ` ${days / 365} 年` : ` ${days} 天`
}
