import type { ChildId } from '../../domain/ids'
import type { LocalDate, LocalTime } from '../../domain/time'
import { follow } from '../../services/follow'
import { wordsFor } from '../../services/say'
import { enter } from '../../services/session'
import { textClass } from '../../services/text-size'
import { loadWeek } from '../../services/week'
import { careLinkOf, chosenLinkOf } from '../../view/care-link'
import {
  careViewOf,
  chosenOf,
  dayAsksOf,
  settled,
  withShortcut,
  type CareState,
  type CareView,
} from '../../view/care-page'
import { toggled } from '../../view/kid-chips'
import { chooseSpan } from '../../view/choose-span'
import { shortestFrom } from '../../view/day-ask'
import { waitLinkOf } from '../../view/wait-form'
import type { Act, Words } from '../../view/words'

const DAY = { width: '104rpx', height: '144rpx', borderRadius: '24rpx' }
const CELL = { width: '158rpx', height: '112rpx' }
const CELLS = [CELL, CELL, CELL, CELL]

interface Data {
  textClass: string
  skeleton: object[][]
  lost: Words | null
  view: CareView | null
}

interface Custom {
  state: CareState | undefined
  load(): Promise<void>
  become(state: CareState): void
  onDay(event: WechatMiniprogram.CustomEvent<{ date: LocalDate }>): void
  onOtherDay(): void
  onKid(event: WechatMiniprogram.CustomEvent<{ id: ChildId }>): void
  onSlot(event: WechatMiniprogram.CustomEvent<{ time: LocalTime }>): void
  onShortcut(event: WechatMiniprogram.TouchEvent): void
  onSeries(): void
  onDraw(): void
  onBookings(): void
  onWait(): void
  onNothingNext(): void
  onStep(): void
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>): void
}

Page<Data, Custom>({
  data: {
    textClass: '',
    skeleton: [
      [DAY, DAY, DAY, DAY, DAY, DAY],
      [{ width: '320rpx', height: '72rpx' }],
      CELLS,
      CELLS,
      CELLS,
      CELLS,
    ],
    lost: null,
    view: null,
  },
  state: undefined,

  onShow() {
    this.setData({ textClass: textClass() })
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  /** Places change by the minute: asked anew whenever the page is seen; what was chosen stays if it still stands. */
  async load() {
    try {
      const { site, tariff, household, next } = await enter()
      const { days, tariffs, now } = await loadWeek(site.id)
      const { childIds = [], date, span } = this.state ?? {}
      this.setData({ lost: null })
      this.become({
        week: days,
        bookings: next,
        children: household?.children ?? [],
        registered: household !== undefined,
        papersSeen: household?.papersSeen ?? false,
        shareTaken: household?.shareTaken ?? {},
        tariff,
        tariffs,
        ...(household ? { freeUsed: household.freeUsed, owedFen: household.owedFen } : {}),
        now,
        childIds,
        ...(date ? { date } : {}),
        ...(span ? { span } : {}),
      })
    } catch (error) {
      if (!this.state) this.setData({ lost: wordsFor(error) })
      else await wx.showToast({ title: wordsFor(error).title, icon: 'none' })
    }
  },

  become(state) {
    this.state = settled(state)
    this.setData({ view: careViewOf(this.state) })
  },

  onDay({ detail }) {
    if (!this.state) return
    // The chosen hours stay where the other day has room for them: parents compare days.
    const { asked: _asked, refusal: _refusal, ...rest } = this.state
    this.become({ ...rest, date: detail.date })
  },

  onOtherDay() {
    const other = this.data.view?.note?.other ?? this.data.view?.nothing?.other
    if (!this.state || !other) return
    const { asked: _asked, refusal: _refusal, ...rest } = this.state
    this.become({ ...rest, date: other.date })
  },

  onKid({ detail }) {
    if (!this.state) return
    const { childIds, asked: _asked, refusal: _refusal, ...rest } = this.state
    this.become({ ...rest, childIds: toggled(childIds, detail.id) })
  },

  onSlot({ detail }) {
    if (!this.state) return
    const { span: old, asked: _asked, refusal: _refusal, ...rest } = this.state
    const ask = dayAsksOf(this.state).find(({ day }) => day.date === rest.date)
    if (!ask) return
    const { span, refusal } = chooseSpan(ask, old, detail.time)
    this.become({
      ...rest,
      ...(span ? { span } : {}),
      ...(refusal ? { asked: detail.time, refusal } : {}),
    })
  },

  onShortcut(event) {
    const shortcut = this.data.view?.shortcuts[Number(event.currentTarget.dataset['index'])]
    if (this.state && shortcut) this.become(withShortcut(this.state, shortcut.span))
  },

  onSeries() {
    void wx.navigateTo({ url: chosenLinkOf('series-book', this.state ?? {}) })
  },

  onDraw() {
    const { asked, span = asked && shortestFrom(asked), ...rest } = this.state ?? {}
    void wx.navigateTo({ url: chosenLinkOf('draw-show', { ...rest, ...(span ? { span } : {}) }) })
  },

  /** Waits for the half hour that was tapped; how long, the next page asks. */
  onWait() {
    const { date, asked } = this.state ?? {}
    if (!this.state || !date || !asked) return
    const childIds = chosenOf(this.state).map(({ id }) => id)
    void wx.navigateTo({ url: waitLinkOf({ date, span: shortestFrom(asked), childIds }) })
  },

  onBookings() {
    follow('bookings')
  },

  onNothingNext() {
    const { next } = this.data.view?.nothing ?? {}
    if (next) follow(next.act)
  },

  onStep() {
    const { state } = this
    const { view } = this.data
    if (!state || !view) return
    if (view.act === 'register') {
      follow('register')
    } else if (view.act === 'addChild') {
      void wx.navigateTo({ url: '/pages/child-edit/child-edit' })
    } else if (state.date && state.span) {
      const { date, span } = state
      const childIds = chosenOf(state).map(({ id }) => id)
      void wx.navigateTo({ url: careLinkOf({ date, span, childIds, seenFen: view.totalFen }) })
    }
  },

  onNext({ detail }) {
    follow(detail.act, { retry: () => this.load() })
  },
})
