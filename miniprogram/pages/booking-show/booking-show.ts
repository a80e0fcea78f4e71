import type { BookingId } from '../../domain/ids'
import type { Fen } from '../../domain/money'
import { ask } from '../../services/ask'
import { brighten, dim } from '../../services/brightness'
import { CallError, call } from '../../services/call'
import { now } from '../../services/clock'
import { follow } from '../../services/follow'
import { keepBooking, keptBooking, type BookingAnswer } from '../../services/kept-booking'
import { say, wordsFor } from '../../services/say'
import { enter, entered, session } from '../../services/session'
import { askAndRecord } from '../../services/subscribe'
import { textClass } from '../../services/text-size'
import { bookingPageOf, toldWords, type BookingPageView } from '../../view/booking-page'
import { passLineOf } from '../../view/pass-cards'
import { PAPERS } from '../../view/papers'
import type { Act, Words } from '../../view/words'

interface Data {
  textClass: string
  lost: Words | null
  view: BookingPageView | null
  /** What is shown was kept on the phone. */
  offline: boolean
  /** What a family whose papers have not been seen brings too. */
  papers: string
  /** 外婆：可以接, or empty. */
  passes: string
  /** WeChat can bring in and out; what it was allowed now. */
  mayTell: boolean
  told: string
  fresh: boolean
  sending: boolean
}

interface Custom {
  id: BookingId
  load(): Promise<void>
  show(answer: BookingAnswer, offline: boolean): void
  onCancel(): Promise<void>
  cancel(seenFeeFen: Fen): Promise<void>
  showPasses(): Promise<void>
  onPasses(): void
  offerTelling(): Promise<void>
  onTell(): Promise<void>
  onAgain(): void
  onShorten(): void
  onAbsences(): void
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>): void
}

Page<Data, Custom>({
  data: {
    textClass: '',
    lost: null,
    view: null,
    offline: false,
    papers: '',
    passes: '',
    mayTell: false,
    told: '',
    fresh: false,
    sending: false,
  },
  id: '' as BookingId,

  onLoad({ id = '', fresh }) {
    this.id = id as BookingId
    this.setData({ fresh: fresh === '1' })
  },

  onShow() {
    this.setData({ textClass: textClass() })
    void this.load()
  },

  onHide() {
    void dim()
  },

  onUnload() {
    void dim()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const answer = await call('showBooking', { bookingId: this.id })
      keepBooking(answer)
      this.show(answer, false)
      if (!answer.ticket) return
      void this.showPasses().catch(() => undefined)
      void this.offerTelling().catch(() => undefined)
    } catch (error) {
      const offline = error instanceof CallError && error.detail.code === 'offline'
      const kept = offline ? keptBooking(this.id) : undefined
      if (kept) this.show({ ...kept, now: now() }, true)
      else this.setData({ lost: wordsFor(error), view: null })
    }
  },

  show(answer, offline) {
    const { household } = session() ?? {}
    const view = bookingPageOf(answer, answer.now, household?.health[answer.booking.childId])
    const papers = household?.papersSeen === false ? PAPERS : ''
    this.setData({ view, offline, papers, lost: null })
    if (view.ticket) void brighten()
    else void dim()
  },

  /** Beside the ticket: whoever is in a hurry does not wait for it. */
  async showPasses() {
    const { passes } = await call('listPasses', { bookingId: this.id })
    this.setData({ passes: passLineOf(passes) })
  },

  /** Only what the point has templates for, and has been heard of before the tap. */
  async offerTelling() {
    const { site } = await entered()
    this.setData({ mayTell: Boolean(site.templates['inside']) })
  },

  onPasses() {
    void wx.navigateTo({ url: `/pages/pass-give/pass-give?id=${this.id}` })
  },

  async onTell() {
    // WeChat shows its dialog only if asking is the first thing the tap does.
    const asking = askAndRecord(['inside', 'gone', 'notice'])
    try {
      const accepted = await asking
      if (accepted.length > 0) this.setData({ told: toldWords(accepted) })
    } catch (error) {
      await say(error, { retry: () => this.onTell() })
    }
  },

  async onCancel() {
    const { cancel } = this.data.view ?? {}
    if (!cancel || this.data.sending) return
    const sure = await ask({ title: '取消预约？', text: cancel.ask, yes: '取消预约', no: '再想想' })
    if (sure) await this.cancel(cancel.feeFen)
  },

  async cancel(seenFeeFen) {
    this.setData({ sending: true, fresh: false })
    try {
      await call('cancelBooking', { bookingId: this.id, seenFeeFen })
      void enter().catch(() => undefined)
      await this.load()
    } catch (error) {
      const code = error instanceof CallError ? error.detail.code : undefined
      if (code !== 'offline') await this.load()
      this.setData({ sending: false })
      if (code === 'price_changed')
        await wx.showToast({ title: '取消的费用变了，请再看一下', icon: 'none' })
      else await say(error, { retry: () => this.cancel(seenFeeFen) })
    } finally {
      this.setData({ sending: false })
    }
  },

  onShorten() {
    void wx.navigateTo({ url: `/pages/booking-shorten/booking-shorten?id=${this.id}` })
  },

  onAbsences() {
    follow('absences')
  },

  onAgain() {
    void wx.switchTab({ url: '/pages/care-book/care-book' })
  },

  onNext({ detail }) {
    follow(detail.act, { retry: () => this.load() })
  },
})
