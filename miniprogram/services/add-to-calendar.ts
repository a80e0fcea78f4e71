import { instantOf, type LocalDate } from '../domain/time'
import type { Span } from '../domain/span'
import { session } from './session'
import { withLeave } from './with-leave'

interface Planned {
  readonly title: string
  readonly date: LocalDate
  readonly span: Span
}

/** So long before it begins the phone reminds, in seconds. */
const ALARM = 3600

/** Into the phone's own calendar, with an alarm an hour before. False when the person does not want it. */
export function addToCalendar({ title, date, span }: Planned): Promise<boolean> {
  const seconds = (time: Span['from']): number => Math.floor(instantOf(date, time) / 1000)
  const { name = '', address = '' } = session()?.site ?? {}
  return withLeave('calendar', () =>
    wx.addPhoneCalendar({
      title: `${name} · ${title}`,
      startTime: seconds(span.from),
      endTime: String(seconds(span.to)),
      location: address,
      alarmOffset: ALARM,
    }),
  )
}
