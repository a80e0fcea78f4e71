import type { ChildId, SessionId } from '../../../domain/ids'
import { fen } from '../../../domain/money'
import { acceptOffer } from '../../../services/accept-offer'
import { addToCalendar } from '../../../services/add-to-calendar'
import { newAttempt } from '../../../services/attempt'
import { CallError, call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { enter, entered, session as ofApp } from '../../../services/session'
import { askAndRecord, askFor } from '../../../services/subscribe'
import { textClass } from '../../../services/text-size'
import { bookedUrl } from '../../../view/booked-url'
import { toggled } from '../../../view/kid-chips'
import {
  bookableOf,
  sessionPageOf,
  type SessionFacts,
  type SessionPageView,
  type SessionQuote,
} from '../../../view/session-page'
import type { Act, Words } from '../../../view/words'

interface Data {
  textClass: string
  skeleton: object[][]
  failed: Words | null
  view: SessionPageView | null
  /** Why the chosen children cannot be booked. */
  problem: Words | null
  /** They may wait for a place. */
  full: boolean
  /** Nobody is registered who could be booked. */
  visitor: boolean
  sending: boolean
}

const FIRST: Data = {
  textClass: '',
  skeleton: [
    [{ width: '100%', height: '360rpx', borderRadius: '24rpx' }],
    [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
  ],
  failed: null,
  view: null,
  problem: null,
  full: false,
  visitor: false,
  sending: false,
}

/** One story or class: what it is, what is left of it, and booking it. */
Page({
  data: FIRST,
  id: '' as SessionId,
  attempt: '',
  facts: undefined as SessionFacts | undefined,
  chosen: [] as readonly ChildId[],
  quote: null as SessionQuote | null,

  onLoad({ id = '' }: { id?: string }) {
    this.id = id as SessionId
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  async load() {
    try {
      const { site, household } = await entered()
      this.facts = await call('showSession', { siteId: site.id, sessionId: this.id })
      const free = bookableOf(this.facts, household?.children ?? [])
      const still = this.chosen.filter((chosen) => free.some(({ id }) => id === chosen))
      const [first] = free
      this.chosen = still.length > 0 ? still : first ? [first.id] : []
      this.setData({ failed: null, visitor: !household || household.children.length === 0 })
      await this.ask()
    } catch (error) {
      if (this.facts) await say(error, { retry: () => this.load() })
      else this.setData({ failed: wordsFor(error) })
    }
  },
  /** The function says what it costs, or why not. */
  async ask() {
    this.attempt = newAttempt()
    this.quote = null
    this.setData({ problem: null, full: false })
    this.show()
    const { view } = this.data
    const { site } = await entered()
    if (!view || view.over || view.wait || this.chosen.length === 0) return
    try {
      const asked = { siteId: site.id, sessionId: this.id, childIds: [...this.chosen] }
      const { quotes, totalFen, cancelCosts } = await call('quoteSession', asked)
      this.quote = { bill: { quotes, totalFen }, cancelCosts }
      this.show()
    } catch (error) {
      this.fail(error)
    }
  },
  show() {
    const entered = ofApp()
    if (!this.facts || !entered) return
    const { household, tariff } = entered
    const children = household?.children ?? []
    const { now } = this.facts
    const waitFacts = { children, tariff, papersSeen: household?.papersSeen ?? false, now }
    const { chosen, quote } = this
    this.setData({ view: sessionPageOf(this.facts, { children, chosen, quote, waitFacts }) })
  },
  fail(error: unknown) {
    const full = error instanceof CallError && error.detail.code === 'class_full'
    this.setData({ problem: wordsFor(error), full })
  },
  onKid({ detail }: WechatMiniprogram.CustomEvent<{ id: ChildId }>) {
    this.chosen = toggled(this.chosen, detail.id)
    void this.ask()
  },
  async onBook() {
    const { quote } = this
    if (!quote || this.data.sending) return
    // WeChat shows its dialog only if asking is the first thing the tap does.
    const asking = askFor(['booked', 'change', 'notice'])
    this.setData({ sending: true, problem: null })
    try {
      const accepted = await asking
      const { site } = await entered()
      const { bookings } = await call('bookSession', {
        siteId: site.id,
        sessionId: this.id,
        childIds: [...this.chosen],
        attempt: this.attempt,
        seenTotalFen: quote.bill.totalFen,
        accepted,
      })
      void enter().catch(() => undefined)
      await wx.redirectTo({ url: bookedUrl(bookings) })
    } catch (error) {
      await this.changed(error)
    } finally {
      this.setData({ sending: false })
    }
  },
  /** Another price is shown at once; whoever took the last place leaves it full. */
  async changed(error: unknown) {
    const detail = error instanceof CallError ? error.detail : undefined
    if (detail?.code === 'price_changed' && this.quote) {
      const { bill, cancelCosts } = this.quote
      const quotes = bill.quotes.map(({ childId, quote }, index) => ({
        childId,
        quote: detail.quotes[index] ?? quote,
      }))
      this.quote = { bill: { quotes, totalFen: fen(detail.totalFen) }, cancelCosts }
      this.show()
    } else if (detail?.code === 'class_full') await this.load()
    this.fail(error)
  },
  async onWait() {
    if (this.data.sending || this.chosen.length === 0) return
    // WeChat shows its dialog only if asking is the first thing the tap does.
    const asking = askAndRecord(['offer']).catch(() => [])
    this.setData({ sending: true, problem: null })
    try {
      await asking
      const { site } = await entered()
      await call('waitForSession', {
        siteId: site.id,
        sessionId: this.id,
        childIds: [...this.chosen],
        attempt: this.attempt,
      })
      await wx.redirectTo({ url: '/pages/wait-list/wait-list?fresh=1' })
    } catch (error) {
      this.fail(error)
    } finally {
      this.setData({ sending: false })
    }
  },
  async onAccept() {
    const { wait } = this.facts ?? {}
    const offer = this.data.view?.wait?.offer
    if (!wait || !offer || this.data.sending) return
    this.setData({ sending: true })
    try {
      await acceptOffer(wait, offer.totalFen)
    } catch (error) {
      await this.load()
      await say(error, { retry: () => this.onAccept() })
    } finally {
      this.setData({ sending: false })
    }
  },
  onOthers() {
    follow('stories')
  },
  onBooking({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    void wx.navigateTo({ url: `/pages/booking-show/booking-show?id=${id}` })
  },
  async onCalendar() {
    if (!this.facts) return
    const { title, date, span } = this.facts.session
    const added = await addToCalendar({ title: `《${title}》`, date, span })
    await wx.showToast(
      added
        ? { title: '已加到日历', icon: 'success' }
        : { title: '没有加到日历，想加再点一次', icon: 'none' },
    )
  },
  onReadBook({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    void wx.navigateTo({ url: `/packages/books/book-show/book-show?id=${id}` })
  },
  onRegister() {
    follow('register')
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act?: Act }>) {
    const act = event.detail.act ?? this.data.problem?.next?.act
    this.setData({ failed: null })
    if (act)
      follow(act, {
        retry: () => this.load(),
        wait_session: () => this.onWait(),
        book_free: () => this.load(),
        see_price: () => this.setData({ problem: null }),
      })
  },
})
