import { dayWords, noticeMessage, type Message } from './message'
import type { LocalDate, LocalTime } from './time'

/** Before a child's record, or all that is kept of a family, goes by itself. */
export function farewellMessage(
  told: { readonly names: readonly string[]; readonly whole: boolean; readonly on: LocalDate },
  date: LocalDate,
  time: LocalTime,
): Message {
  const whose = told.whole ? '您家' : told.names.join('、')
  const message = noticeMessage(
    {
      title: '有些信息快要删除了',
      text: `${whose}的信息${dayWords(told.on)}删除，可先导出`,
    },
    date,
    time,
  )
  return { ...message, page: 'packages/family/farewell-show/farewell-show' }
}
