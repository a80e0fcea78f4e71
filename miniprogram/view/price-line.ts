import type { FinalLine } from '../domain/final-bill'
import type { LateLine } from '../domain/price'
import { dateOf } from '../domain/time'
import { yuan, yuanExact } from './money'
import { hoursWord, monthDay } from './when'

export interface LineWords {
  readonly label: string
  /** Why: 九折 */
  readonly note: string
  readonly amount: string
  readonly off: boolean
}

/** Every kind of line in words; a kind without them does not compile. */
export function lineWordsOf(line: FinalLine): LineWords {
  return { ...reasonOf(line), amount: yuanExact(line.fen), off: line.fen < 0 }
}

function reasonOf(line: FinalLine): Pick<LineWords, 'label' | 'note'> {
  switch (line.why) {
    case 'hours':
      return { label: `${hoursWord(line.minutes)} × ${yuan(line.hourFen)}`, note: '' }
    case 'free':
      return { label: '居民本月免费时长', note: hoursWord(line.minutes) }
    case 'cap':
      return { label: '一天封顶', note: yuan(line.mostFen) }
    case 'resident':
      return { label: '本社区居民', note: foldWord(line.percent) }
    case 'sibling':
      return { label: '同行的兄弟姐妹', note: foldWord(line.percent) }
    case 'meal':
      return { label: '午餐', note: '' }
    case 'material':
      return { label: '材料费', note: '' }
    case 'late':
      return {
        label: `晚接 ${line.minutes} 分钟`,
        note: lateNote(line),
      }
    case 'given_up':
      return { label: '过了免费时间才缩短', note: '' }
    case 'missed':
      return { label: '约了没有来', note: '' }
    case 'cancelled':
      return { label: '逾期取消', note: '' }
    case 'door':
      return { label: '入园离园记录更正', note: '' }
    case 'correction':
      return { label: line.reason, note: `${line.by} ${monthDay(dateOf(line.at))}更正` }
  }
}

/** 前 10 分钟不收，1 刻钟 × ¥5 */
function lateNote({ graceMinutes, quarters, quarterFen }: LateLine): string {
  const forgiven = graceMinutes > 0 ? `前 ${graceMinutes} 分钟不收，` : ''
  return `${forgiven}${quarters} 刻钟 × ${yuan(quarterFen)}`
}

const DIGITS = '零一二三四五六七八九'

/** Per cent off as a Chinese price tag says it: 10 is 九折, 15 is 八五折. */
export function foldWord(percent: number): string {
  const left = 100 - percent
  if (!Number.isInteger(left) || left < 10 || left > 99) return `减 ${percent}%`
  const [tens, ones] = [Math.floor(left / 10), left % 10]
  return `${DIGITS[tens]}${ones ? DIGITS[ones] : ''}折`
}
