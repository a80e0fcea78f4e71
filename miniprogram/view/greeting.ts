import { timeOf, type Instant } from '../domain/time'

/** 早上好, by the hour in Shanghai. */
export function greetingOf(now: Instant): string {
  const hour = Number(timeOf(now).slice(0, 2))
  if (hour < 5) return '夜深了'
  if (hour < 11) return '早上好'
  if (hour < 13) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}
