import type { Bill } from '../../domain/bill'
import { cancelCostsOf } from '../../domain/decide-cancellation'
import { fen } from '../../domain/money'
import type { Span } from '../../domain/span'
import { later, type Instant } from '../../domain/time'
import { newAttempt } from '../../services/attempt'
import { CallError, call } from '../../services/call'
import { now } from '../../services/clock'
import { follow } from '../../services/follow'
import { letGo } from '../../services/let-go'
import { wordsFor } from '../../services/say'
import { enter, entered, type Session } from '../../services/session'
import { askFor } from '../../services/subscribe'
import { textClass } from '../../services/text-size'
import { lastWeek, loadWeek } from '../../services/week'
import { bookedUrl } from '../../view/booked-url'
import { careFromQuery, chosenLinkOf, type ChosenCare } from '../../view/care-link'
import { confirmViewOf, type ConfirmState, type ConfirmView } from '../../view/confirm-page'
import { countdownOf, type Countdown } from '../../view/countdown'
import { predictBill, tariffOfDay } from '../../view/predict-bill'
import { problemOf, type Problem } from '../../view/problem'
import { waitLinkOf } from '../../view/wait-form'

interface Data {
  textClass: string
  view: ConfirmView | null
  problem: Problem | null
  /** Another try of the same would be refused again. */
  blocked: boolean
  /** How long the places are kept; null before they are. */
  hold: Countdown | null
  /** The time is full: the family may wait for a place. */
  full: boolean
  remind: boolean
  sending: boolean
}

interface Custom {
  care: ChosenCare | undefined
  attempt: string
  state: ConfirmState | undefined
  kept: Kept | undefined
  open(): Promise<void>
  predict(session: Session, care: ChosenCare): Promise<void>
  hold(): Promise<void>
  tick(): void
  rest(): void
  become(changes: Partial<ConfirmState>): void
  fail(error: unknown): void
  onBook(): Promise<void>
  onRemind(): void
  onSpan(event: WechatMiniprogram.TouchEvent): void
  take(span: Span): void
  onWait(): void
  onNext(): void
}

/** Places that the function keeps while this page is open. */
interface Kept {
  readonly until: Instant
  /** How far the function's clock is ahead of the phone's, in ms. */
  readonly ahead: number
  readonly timer: number
}

/** Refusals and faults after which the same tap may well succeed. */
const WORTH_ANOTHER_TAP = ['busy', 'offline', 'defect', 'price_changed', 'signed_out']

Page<Data, Custom>({
  data: {
    textClass: '',
    view: null,
    problem: null,
    blocked: false,
    hold: null,
    full: false,
    remind: true,
    sending: false,
  },
  care: undefined,
  attempt: '',
  state: undefined,
  kept: undefined,

  onLoad(query) {
    this.setData({ textClass: textClass() })
    this.care = careFromQuery(query)
    void this.open()
  },

  /** Back from a refusal's next step, which may have cleared the way. */
  onShow() {
    if (this.data.blocked) void this.open()
    else this.tick()
  },

  /** Leaving the bill lets the places go; a booked one is no hold any more. */
  onUnload() {
    this.rest()
    if (this.attempt) void letGo(this.attempt)
  },

  async open() {
    this.attempt = newAttempt()
    this.rest()
    this.setData({ problem: null, blocked: false, hold: null, full: false })
    try {
      if (!this.care) throw new CallError({ code: 'not_found' }, '')
      await this.predict(await entered(), this.care)
      await this.hold()
    } catch (error) {
      this.fail(error)
    }
  },

  /** Shown at once, by the function's own rules; its word comes after. */
  async predict(session, { date, span, childIds, seenFen }) {
    const { household, site } = session
    const week = lastWeek() ?? (await loadWeek(site.id))
    const day = week.days.find((each) => each.date === date)
    const tariff = tariffOfDay(day, week.tariffs, session.tariff)
    const bill = predictBill(childIds, date, span, {
      tariff,
      papersSeen: household?.papersSeen ?? false,
      freeUsed: household?.freeUsed ?? {},
    })
    this.become({
      children: (household?.children ?? []).filter(({ id }) => childIds.includes(id)),
      day,
      date,
      span,
      bill,
      cancelCosts: cancelCostsOf(
        date,
        fen(Math.max(0, ...bill.quotes.map(({ quote }) => quote.totalFen))),
        tariff,
      ),
      papersSeen: household?.papersSeen ?? false,
      health: household?.health ?? {},
      residentPercent: tariff.residentPercent,
      now: week.now,
      seenFen,
    })
  },

  /** The function keeps the places and says what they cost. */
  async hold() {
    const { care } = this
    if (!care) return
    const { date, span, childIds } = care
    const { site } = await entered()
    const answer = await call('holdCare', {
      siteId: site.id,
      childIds: [...childIds],
      date,
      span: { ...span },
      attempt: this.attempt,
    })
    const { quotes, totalFen, cancelCosts } = answer
    this.become({ bill: { quotes, totalFen }, cancelCosts })
    const ahead = answer.now - now()
    this.rest()
    const timer = setInterval(() => this.tick(), 1000)
    this.kept = { until: answer.until, ahead, timer }
    this.tick()
  },

  tick() {
    const { kept } = this
    if (!kept) return
    const hold = countdownOf(kept.until, later(now(), kept.ahead))
    this.setData({ hold })
    if (hold.over) this.rest()
  },

  rest() {
    if (this.kept) clearInterval(this.kept.timer)
    this.kept = undefined
  },

  become(changes) {
    this.state = { ...this.state, ...changes } as ConfirmState
    this.setData({ view: confirmViewOf(this.state) })
  },

  fail(error) {
    const detail = error instanceof CallError ? error.detail : undefined
    if (detail?.code === 'price_changed' && this.state) {
      const { bill } = this.state
      const quotes = bill.quotes.map(({ childId, quote }, index) => ({
        childId,
        quote: detail.quotes[index] ?? quote,
      }))
      const changed: Bill = { quotes, totalFen: fen(detail.totalFen) }
      this.become({ seenFen: bill.totalFen, bill: changed })
    } else {
      const blocked = detail !== undefined && !WORTH_ANOTHER_TAP.includes(detail.code)
      const full = detail?.code === 'session_full'
      this.setData({ problem: problemOf(wordsFor(error), detail), blocked, full })
    }
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  async onBook() {
    const { care, state } = this
    if (!care || !state || this.data.sending) return
    // WeChat shows its dialog only if asking is the first thing the tap does.
    const asking = this.data.remind ? askFor(['booked', 'reminder', 'change']) : Promise.resolve([])
    this.setData({ sending: true, problem: null })
    try {
      const accepted = await asking
      const { site } = await entered()
      const { bookings } = await call('bookCare', {
        siteId: site.id,
        childIds: [...care.childIds],
        date: care.date,
        span: { ...care.span },
        attempt: this.attempt,
        seenTotalFen: state.bill.totalFen,
        accepted,
      })
      this.attempt = ''
      void enter().catch(() => undefined)
      await wx.redirectTo({ url: bookedUrl(bookings) })
    } catch (error) {
      this.fail(error)
    } finally {
      this.setData({ sending: false })
    }
  },

  onRemind() {
    this.setData({ remind: !this.data.remind })
  },

  onSpan(event) {
    const index = Number(event.currentTarget.dataset['index'])
    const chosen = this.data.problem?.spans[index]
    if (chosen) this.take(chosen.span)
  },

  take(span) {
    if (!this.care) return
    this.care = { ...this.care, span, seenFen: 0 }
    void this.open()
  },

  onWait() {
    if (this.care) void wx.redirectTo({ url: waitLinkOf(this.care) })
  },

  onNext() {
    const { next } = this.data.problem ?? {}
    if (!next) return
    follow(next.act, {
      retry: () => (this.state ? this.onBook() : this.open()),
      draw: () => {
        if (this.care) void wx.navigateTo({ url: chosenLinkOf('draw-show', this.care) })
      },
    })
  },
})
