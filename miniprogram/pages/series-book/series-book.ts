import type { ChildId } from '../../domain/ids'
import type { SeriesMode } from '../../domain/series'
import { weekdayOf, type Weekday } from '../../domain/time'
import { newAttempt } from '../../services/attempt'
import { CallError, call } from '../../services/call'
import { follow } from '../../services/follow'
import { wordsFor } from '../../services/say'
import { enter } from '../../services/session'
import { askFor } from '../../services/subscribe'
import { textClass } from '../../services/text-size'
import { loadWeek } from '../../services/week'
import { chosenFromQuery } from '../../view/care-link'
import { toggled } from '../../view/kid-chips'
import { problemOf, type Problem } from '../../view/problem'
import {
  USUAL_SERIES,
  seriesFormOf,
  seriesFromOf,
  type SeriesFormView,
  type SeriesState,
} from '../../view/series-form'
import { careTimesOf, spanAt } from '../../view/span-choice'
import type { Act, Words } from '../../view/words'

type Chosen = Pick<SeriesState, 'childIds' | 'weekdays' | 'span' | 'start' | 'weeks' | 'mode'>

interface Data {
  textClass: string
  lost: Words | null
  view: SeriesFormView | null
  problem: Problem | null
  sending: boolean
}

interface Custom {
  chosen: Chosen
  state: SeriesState | undefined
  attempt: string
  load(): Promise<void>
  choose(change: Partial<Chosen>): void
  onKid(event: WechatMiniprogram.CustomEvent<{ id: ChildId }>): void
  onWeekday(event: WechatMiniprogram.TouchEvent): void
  onSpan(event: WechatMiniprogram.CustomEvent<{ from: number; to: number }>): void
  onStart(event: WechatMiniprogram.TouchEvent): void
  onWeeks(event: WechatMiniprogram.TouchEvent): void
  onMode(event: WechatMiniprogram.TouchEvent): void
  onBook(): Promise<void>
  onProblem(): void
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>): void
}

const valueOf = (event: WechatMiniprogram.TouchEvent): unknown =>
  event.currentTarget.dataset['value']

/** The same hours every week: what can be had is booked, the rest is kept as a request. */
Page<Data, Custom>({
  data: { textClass: '', lost: null, view: null, problem: null, sending: false },
  chosen: { ...USUAL_SERIES, childIds: [] },
  state: undefined,
  attempt: '',

  onLoad(query) {
    const { childIds, date, span } = chosenFromQuery(query)
    const weekdays = date ? [weekdayOf(date)] : []
    this.chosen = { ...USUAL_SERIES, childIds, weekdays, ...(span ? { span } : {}) }
  },

  onShow() {
    this.setData({ textClass: textClass() })
    void this.load()
  },

  async load() {
    try {
      const { site, tariff, household, next } = await enter()
      const { days, now } = await loadWeek(site.id)
      const children = household?.children ?? []
      const known = this.chosen.childIds.filter((id) => children.some((child) => child.id === id))
      const first = children.slice(0, 1).map(({ id }) => id)
      this.chosen = { ...this.chosen, childIds: known.length > 0 ? known : first }
      this.state = {
        week: days,
        bookings: next,
        children,
        papersSeen: household?.papersSeen ?? false,
        shareTaken: household?.shareTaken ?? {},
        tariff,
        now,
        ...this.chosen,
      }
      this.setData({ lost: null })
      this.choose({})
    } catch (error) {
      this.setData({ lost: wordsFor(error) })
    }
  },

  choose(change) {
    this.chosen = { ...this.chosen, ...change }
    if (!this.state) return
    this.state = { ...this.state, ...this.chosen }
    // Another choice is another attempt; the same tap twice stays one.
    this.attempt = newAttempt()
    this.setData({ view: seriesFormOf(this.state), problem: null })
  },

  onKid({ detail }) {
    this.choose({ childIds: toggled(this.chosen.childIds, detail.id) })
  },

  onWeekday(event) {
    const weekday = valueOf(event) as Weekday
    const others = this.chosen.weekdays.filter((each) => each !== weekday)
    const isOn = others.length < this.chosen.weekdays.length
    this.choose({ weekdays: isOn ? others : [...others, weekday] })
  },

  onSpan({ detail }) {
    const times = careTimesOf(this.state?.week ?? [])
    this.choose({ span: spanAt(times, detail, this.chosen.span) })
  },

  onStart(event) {
    this.choose({ start: valueOf(event) as SeriesState['start'] })
  },

  onWeeks(event) {
    this.choose({ weeks: Number(valueOf(event)) })
  },

  onMode(event) {
    this.choose({ mode: valueOf(event) as SeriesMode })
  },

  async onBook() {
    const { state } = this
    const { view, sending } = this.data
    if (!state || !view?.ready || sending) return
    // WeChat shows its dialog only if asking is the first thing the tap does.
    const asking = askFor(['booked', 'reminder', 'change'])
    this.setData({ sending: true, problem: null })
    try {
      const accepted = await asking
      const { site } = await enter()
      const { series } = await call('bookSeries', {
        siteId: site.id,
        childIds: [...state.childIds],
        weekdays: [...state.weekdays],
        span: { ...state.span },
        from: seriesFromOf(state),
        weeks: state.weeks,
        mode: state.mode,
        attempt: this.attempt,
        seenTotalFen: view.seenTotalFen,
        accepted,
      })
      await wx.redirectTo({ url: `/pages/series-show/series-show?id=${series.id}&fresh=1` })
    } catch (error) {
      const detail = error instanceof CallError ? error.detail : undefined
      this.setData({ problem: problemOf(wordsFor(error), detail) })
      void wx.pageScrollTo({ scrollTop: 0 })
    } finally {
      this.setData({ sending: false })
    }
  },

  /** The refusals of a series are about this page's own choices: the next step is to look at them again. */
  onProblem() {
    const { next } = this.data.problem ?? {}
    const again = (): void => void this.load()
    if (next)
      follow(next.act, {
        retry: () => this.onBook(),
        pick_other_time: again,
        pick_other_day: again,
        see_price: again,
      })
  },

  onNext({ detail }) {
    follow(detail.act, { retry: () => this.load() })
  },
})
