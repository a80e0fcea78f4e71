import dayjs from 'dayjs'
import { getDayDetail } from 'chinese-days'
import { SITE } from './site'

/** How many children come at which hour of a weekday, of the places that are offered then. */
const OFFERED: Readonly<Record<string, number>> = { '1200': 12, '1230': 12, '1300': 12, '1330': 12 }
const usedAt = (weekday: number, slot: number): number => {
  const morning = slot >= 1 && slot <= 6 ? 13 : 0
  const noon = slot > 6 && slot <= 10 ? 9 : 0
  const afternoon = slot > 10 && slot <= 16 ? 8 + (weekday % 3) * 3 : 0
  const late = slot > 16 ? 3 : 0
  const busy = weekday === 1 || weekday === 4 ? 4 : weekday === 6 ? -5 : 0
  return Math.max(0, morning + noon + afternoon + late + busy)
}

/** The month before, as the timer rolled it up when it was over: a month's figures need a month. */
export function lastMonthFigures(today: string) {
  const first = dayjs(today).subtract(1, 'month').startOf('month')
  const dates = Array.from({ length: first.daysInMonth() }, (_, at) => first.add(at, 'day'))
  // Closed on the state's holidays, open on a weekend day that is worked for another.
  const open = dates.filter((date) => {
    const { name, work } = getDayDetail(date.format('YYYY-MM-DD'))
    return name.includes(',') ? work : date.day() !== 0
  })
  const days = open.map((date) => [date.format('YYYY-MM-DD'), dayFigures(date)] as const)
  const month = first.format('YYYY-MM')
  return {
    _id: `${SITE}_${month}`,
    siteId: SITE,
    month,
    madeAt: Date.parse(`${first.add(1, 'month').format('YYYY-MM')}-07T00:30:00+08:00`),
    days: Object.fromEntries(days),
    bills: {
      households: 63,
      children: 68,
      visits: 517,
      late: 9,
      missed: 14,
      cancelled: 11,
      minutes: 82_740,
      totalFen: 2_068_500,
      paidFen: 2_041_500,
      dueFen: 27_000,
      marketFen: 8_274_000,
      savedFen: 6_205_500,
    },
    service: { people: 7, duties: 41, minutes: 1845 },
    notices: { sent: 3, families: 189, byMessage: 147 },
  }
}

function dayFigures(date: dayjs.Dayjs) {
  const weekday = date.day()
  const slots = Array.from({ length: 19 }, (_, at) => {
    const minutes = 8 * 60 + 30 + at * 30
    const key = `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
    const offered = OFFERED[key] ?? 19
    const used = Math.min(offered, usedAt(weekday, at) + (date.date() % 3) - 1)
    return [key, { used: Math.max(0, used), offered }] as const
  })
  const sessions = [2, 2, 2, 3, 2, 2][weekday - 1] ?? 2
  const waited = weekday === 1 || weekday === 4 ? 2 : 0
  return {
    slots: Object.fromEntries(slots),
    waited,
    sessions,
    seats: sessions * 8,
    seated: sessions * 6,
  }
}
