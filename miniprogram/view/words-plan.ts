import type { NamedBooking } from '../domain/refusal'
import { dateWords, spanWords } from './when'
import type { WordsOfCode } from './words'

type Code = 'carer_twice' | 'hours_exclude_bookings' | 'bookings_changed' | 'plan_changed'

/** What planning says no to: rosters, hours and closures. */
export const PLAN_WORDS: Pick<WordsOfCode, Code> = {
  carer_twice: ({ carer, spans: [first, second] }) => ({
    title: `${carer}同一时间排了两处`,
    text: `${spanWords(first)} 和 ${spanWords(second)} 撞在一起，请改一段。`,
  }),
  hours_exclude_bookings: ({ bookings: excluded }) => ({
    title: `有 ${excluded.length} 个预约在新的时间之外`,
    text: `${excluded.map(namedBooking).join('；')}。请先和家长商量并取消，再改开放时间。`,
  }),
  bookings_changed: ({ bookings: count }) => ({
    title: '预约刚刚有变化',
    text: `现在这段时间有 ${count} 个预约，请再看一遍名单。还没有关闭。`,
    next: { label: '看名单', act: 'retry' },
  }),
  plan_changed: () => ({
    title: '刚有人改过安排',
    text: '请先看一下现在的安排，再改一次。您的这次修改没有保存。',
    next: { label: '重新看', act: 'retry' },
  }),
}

/** 小雨 11 月 26 日 周四 9:00–11:00 */
export function namedBooking({ name, date, span }: NamedBooking): string {
  return `${name} ${dateWords(date)} ${spanWords(span)}`
}
