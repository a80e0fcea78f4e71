import type { Day } from '../domain/day'
import { openingsAhead, releasedPercent } from '../domain/release'
import { dateOf, timeOf, type Instant } from '../domain/time'
import { clock, dayWord, monthDay } from './when'

/** 今天 20:00, 明天 20:00, 11 月 30 日 20:00 */
export function openingMoment(at: Instant, now: Instant): string {
  const [date, today] = [dateOf(at), dateOf(now)]
  const day = dayWord(date, today)
  return `${day.startsWith('周') ? monthDay(date) : day} ${clock(timeOf(at))}`
}

/** What of the day's places opens when; empty once all of them are open. */
export function releaseNoteOf(day: Day, now: Instant): string {
  const ahead = openingsAhead(day, now)
  if (ahead.length === 0) return ''
  const last = (day.release?.length ?? 0) - 1
  const moments = ahead.map(([index, { opensAt, draw }]) => {
    const what = draw ? '抽签放一批' : index === last && last > 0 ? '放急用位' : '放一批'
    return `${openingMoment(opensAt, now)} ${what}`
  })
  const open = releasedPercent(day, now)
  const start = open === 0 ? '这天的位置还没放出来' : `已放出 ${open}% 的位置`
  return `${start}：${moments.join('，')}。`
}
