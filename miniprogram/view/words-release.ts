import { hoursWord, momentWords, monthDay } from './when'
import type { WordsOfCode } from './words'

type Code = 'not_released' | 'draw_pending' | 'draw_over' | 'series_partly_full' | 'share_used'

const otherDay = { label: '改选日子', act: 'pick_other_day' } as const
const otherTime = { label: '换个时间', act: 'pick_other_time' } as const

/** What fairness says no to. */
export const RELEASE_WORDS: Pick<WordsOfCode, Code> = {
  not_released: ({ opensAt, urgent }) => ({
    title: '这些位置还没放出来',
    text: `${momentWords(opensAt)} ${urgent ? '放急用位' : '放下一批'}，到时候再来约。没有扣费。`,
    next: otherDay,
  }),
  draw_pending: ({ from, closesAt }) => ({
    title: '这批位置要抽签',
    text: `${momentWords(from)} 到 ${momentWords(closesAt)} 报名，报名早晚都一样，到时开奖。`,
    next: { label: '去抽签', act: 'draw' },
  }),
  series_partly_full: ({ dates }) => ({
    title: '有几天约不上',
    text: `${dates.map(monthDay).join('、')}约不上，所以一天都没有约，也没有扣费。可以改成“能约的都约上”，或换个时间。`,
    next: otherTime,
  }),
  draw_over: () => ({
    title: '报名结束了',
    text: '这批位置已经开奖，剩下的位置谁都可以约。',
    next: otherTime,
  }),
  share_used: ({ leftMinutes, urgentAt }) => ({
    title: '这一周的份额不够了',
    text: [
      leftMinutes > 0
        ? `您家这一周还可以约 ${hoursWord(leftMinutes)}。`
        : '您家这一周的份额约完了。',
      urgentAt === undefined ? '' : `${momentWords(urgentAt)} 放出的急用位不算份额。`,
      '取消一个预约，份额就还给您。',
    ].join(''),
    next: leftMinutes > 0 ? otherTime : otherDay,
  }),
}
