import type { DayCell } from '../../view/week-strip'

/** The days that can be booked, side by side. Fires `pick` with `{date}`. */
Component({
  properties: {
    days: { type: Array, value: [] as DayCell[] },
    /** The day to bring into view, `YYYY-MM-DD`. */
    date: { type: String, value: '' },
  },
  data: { into: '' },
  observers: {
    /** The day before comes to the edge, so that the chosen one stands free. */
    'days, date': function (days: readonly DayCell[], date: string) {
      const before = days[days.findIndex((day) => day.date === date) - 1]
      const into = before ? `day-${before.date}` : ''
      if (into !== this.data.into) this.setData({ into })
    },
  },
  methods: {
    pick(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('pick', { date: event.currentTarget.dataset['date'] as string })
    },
  },
})
