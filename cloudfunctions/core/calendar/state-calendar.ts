import { getDayDetail, isInLieu } from 'chinese-days'
import type { CalendarDay } from '../../../miniprogram/domain/calendar'
import { addDays, weekdayOf, type LocalDate } from '../../../miniprogram/domain/time'

/** Worked days and the days off that they are worked for lie closer together than this. */
const NEAR = 45

/**
 * The State Council's holidays and swapped working days (调休) of these dates, as the package chinese-days
 * holds them; a year that it does not know yet has none. The n-th day worked for a holiday has the hours of
 * the n-th weekday off that it pays for: the notice itself pairs none.
 */
export function stateCalendar(dates: readonly LocalDate[]): CalendarDay[] {
  return dates.flatMap((date): CalendarDay[] => {
    const { work } = getDayDetail(date)
    const holiday = festivalOf(date)
    if (holiday === undefined) return []
    if (!work) return [{ date, holiday }]
    const near = Array.from({ length: 2 * NEAR + 1 }, (_, n) => addDays(date, n - NEAR))
    const same = near.filter((each) => festivalOf(each) === holiday)
    const worked = same.filter((each) => getDayDetail(each).work)
    const off = same.filter((each) => isInLieu(each))[worked.indexOf(date)]
    return off === undefined ? [] : [{ date, as: weekdayOf(off) }]
  })
}

/** `National Day,国庆节,3` is 国庆节; any other day has only its weekday's name. */
function festivalOf(date: LocalDate): string | undefined {
  return getDayDetail(date).name.split(',')[1]
}
