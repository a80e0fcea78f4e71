import type { BookingId } from '../../domain/ids'
import { fen } from '../../domain/money'
import { CallError, call } from '../../services/call'
import { follow } from '../../services/follow'
import { say, wordsFor } from '../../services/say'
import { enter } from '../../services/session'
import { textClass } from '../../services/text-size'
import {
  shortenViewOf,
  stepped,
  type ShortenState,
  type ShortenStep,
  type ShortenView,
} from '../../view/shorten-page'
import type { Act, Words } from '../../view/words'

interface Data {
  textClass: string
  lost: Words | null
  view: ShortenView | null
  sending: boolean
}

interface Custom {
  id: BookingId
  state: ShortenState | undefined
  load(): Promise<void>
  become(state: ShortenState): void
  onStep(event: WechatMiniprogram.TouchEvent): void
  onShorten(): Promise<void>
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>): void
}

Page<Data, Custom>({
  data: { textClass: '', lost: null, view: null, sending: false },
  id: '' as BookingId,
  state: undefined,

  onLoad({ id = '' }) {
    this.setData({ textClass: textClass() })
    this.id = id as BookingId
    void this.load()
  },

  async load() {
    try {
      const answer = await call('showBooking', { bookingId: this.id })
      const { booking } = answer
      // What was chosen stays, as far as the booking still has it.
      const chosen = this.state?.span
      const stands = chosen && chosen.from >= booking.span.from && chosen.to <= booking.span.to
      this.become({ ...answer, span: stands ? chosen : booking.span })
    } catch (error) {
      this.setData({ lost: wordsFor(error) })
    }
  },

  become(state) {
    this.state = state
    this.setData({ lost: null, view: shortenViewOf(state) })
  },

  onStep({ currentTarget }) {
    const { state } = this
    if (!state) return
    const step = String(currentTarget.dataset['step']) as ShortenStep
    this.become({ ...state, span: stepped(state, step) })
  },

  async onShorten() {
    const { state } = this
    const { view, sending } = this.data
    if (!state || !view?.ready || sending) return
    this.setData({ sending: true })
    try {
      const span = { ...state.span }
      const seenTotalFen = fen(view.totalFen)
      await call('shortenBooking', { bookingId: this.id, span, seenTotalFen })
      void enter().catch(() => undefined)
      await wx.navigateBack()
    } catch (error) {
      const code = error instanceof CallError ? error.detail.code : undefined
      if (code !== 'offline') await this.load()
      if (code === 'price_changed')
        await wx.showToast({ title: '费用变了，请再看一下', icon: 'none' })
      else await say(error, { retry: () => this.onShorten() })
    } finally {
      this.setData({ sending: false })
    }
  },

  onNext({ detail }) {
    follow(detail.act, { retry: () => this.load() })
  },
})
