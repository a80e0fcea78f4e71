import { billOf, type Bill } from '../../domain/bill'
import { freeCancelUntil } from '../../domain/decide-cancellation'
import { fen } from '../../domain/money'
import type { Span } from '../../domain/span'
import { newAttempt } from '../../services/attempt'
import { CallError, call } from '../../services/call'
import { follow } from '../../services/follow'
import { wordsFor } from '../../services/say'
import { enter, entered, type Session } from '../../services/session'
import { askFor } from '../../services/subscribe'
import { textClass } from '../../services/text-size'
import { lastWeek, loadWeek } from '../../services/week'
import { careFromQuery, chosenLinkOf, type ChosenCare } from '../../view/care-link'
import { confirmViewOf, type ConfirmState, type ConfirmView } from '../../view/confirm-page'
import { problemOf, type Problem } from '../../view/problem'

interface Data {
  textClass: string
  view: ConfirmView | null
  problem: Problem | null
  /** Another try of the same would be refused again. */
  blocked: boolean
  remind: boolean
  sending: boolean
}

interface Custom {
  care: ChosenCare | undefined
  attempt: string
  state: ConfirmState | undefined
  open(): Promise<void>
  predict(session: Session, care: ChosenCare): Promise<void>
  quote(): Promise<void>
  become(changes: Partial<ConfirmState>): void
  fail(error: unknown): void
  onBook(): Promise<void>
  onRemind(): void
  onSpan(event: WechatMiniprogram.TouchEvent): void
  take(span: Span): void
  onNext(): void
}

/** Refusals and faults after which the same tap may well succeed. */
const WORTH_ANOTHER_TAP = ['busy', 'offline', 'defect', 'price_changed', 'signed_out']

Page<Data, Custom>({
  data: { textClass: '', view: null, problem: null, blocked: false, remind: true, sending: false },
  care: undefined,
  attempt: '',
  state: undefined,

  onLoad(query) {
    this.setData({ textClass: textClass() })
    this.care = careFromQuery(query)
    void this.open()
  },

  /** Back from a refusal's next step, which may have cleared the way. */
  onShow() {
    if (this.data.blocked) void this.open()
  },

  async open() {
    this.attempt = newAttempt()
    this.setData({ problem: null, blocked: false })
    try {
      if (!this.care) throw new CallError({ code: 'not_found' }, '')
      await this.predict(await entered(), this.care)
      await this.quote()
    } catch (error) {
      this.fail(error)
    }
  },

  /** Shown at once, by the function's own rules; its word comes after. */
  async predict(session, { date, span, childIds, seenFen }) {
    const { household, tariff, site } = session
    const { days, now } = lastWeek() ?? (await loadWeek(site.id))
    this.become({
      children: (household?.children ?? []).filter(({ id }) => childIds.includes(id)),
      day: days.find((day) => day.date === date),
      date,
      span,
      bill: billOf(childIds, span, tariff, household?.papersSeen ?? false),
      freeCancelUntil: freeCancelUntil(date),
      lateCancelFen: tariff.lateCancelFen,
      papersSeen: household?.papersSeen ?? false,
      residentPercent: tariff.residentPercent,
      now,
      seenFen,
    })
  },

  async quote() {
    const { care } = this
    if (!care) return
    const { date, span, childIds } = care
    const { site } = await entered()
    const answer = await call('quoteCare', {
      siteId: site.id,
      childIds: [...childIds],
      date,
      span: { ...span },
    })
    const { quotes, totalFen, freeCancelUntil: until, lateCancelFen } = answer
    this.become({ bill: { quotes, totalFen }, freeCancelUntil: until, lateCancelFen })
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
      this.setData({ problem: problemOf(wordsFor(error), detail), blocked })
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
      void enter().catch(() => undefined)
      const [first, second] = bookings
      const url =
        first && !second
          ? `/pages/booking-show/booking-show?id=${first.id}&fresh=1`
          : '/pages/booking-list/booking-list?fresh=1'
      await wx.redirectTo({ url })
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
