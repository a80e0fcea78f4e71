import { stateCalendar } from '../../cloudfunctions/core/calendar/state-calendar'
import { SITE } from '../../local/seed/site'
import { localDate } from '../../miniprogram/domain/time'
import { openPoint, type Point } from '../support/open-point'

const calendarOf = (...dates: readonly string[]) => stateCalendar(dates.map(localDate))

describe('The state’s calendar', () => {
  it('knows a holiday by its name, and an ordinary day or weekend as nothing special', () => {
    expect(calendarOf('2026-10-01', '2026-09-25')).toEqual([
      { date: '2026-10-01', holiday: '国庆节' },
      { date: '2026-09-25', holiday: '中秋' },
    ])
    expect(calendarOf('2026-11-25', '2026-11-28')).toEqual([])
  })

  it('gives each swapped working day the weekday that it is worked for, in the order of the days', () => {
    // Off instead: 10-06 (Tuesday) and 10-07 (Wednesday); 02-20 (Friday) and 02-23 (Monday); 01-02 (Friday).
    expect(
      calendarOf('2026-09-20', '2026-10-10', '2026-02-14', '2026-02-28', '2026-01-04'),
    ).toEqual([
      { date: '2026-09-20', as: 2 },
      { date: '2026-10-10', as: 3 },
      { date: '2026-02-14', as: 5 },
      { date: '2026-02-28', as: 1 },
      { date: '2026-01-04', as: 5 },
    ])
  })

  it('has nothing for a year that the package does not know yet', () =>
    expect(calendarOf('2099-10-01')).toEqual([]))
})

describe('Days that are planned', () => {
  let point: Point
  beforeAll(async () => {
    point = await openPoint()
    await point.at('2026-09-28', '00:01')
    await point.control('timers/scheduled')
  })
  afterAll(() => point.close())

  it('are closed on holidays, and open on a swapped Saturday with the Wednesday’s hours and carers', async () => {
    const { days } = await point.call('o-community', 'showWeek', { siteId: SITE })
    const day = (date: string) => days.find((each: any) => each.date === date)
    expect(day('2026-10-01')).toMatchObject({ closed: '国庆节放假', slots: {} })
    expect(day('2026-10-10')).toMatchObject({
      hours: { from: '08:30', to: '18:00' },
      slots: { '0900': { groups: { big: { carers: 2 }, small: { carers: 2 } } } },
    })
    expect(day('2026-09-30').closed).toBeUndefined()
  })

  it('are shown so to whoever plans, with the holidays ahead', async () => {
    const plan = await point.call('o-chen', 'showPlan', { siteId: SITE })
    expect(plan.holidays.map(({ date }: any) => date)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `2026-10-0${n}`),
    )
    expect(plan.days.find(({ date }: any) => date === '2026-10-10')).toMatchObject({ weekday: 3 })
  })
})
