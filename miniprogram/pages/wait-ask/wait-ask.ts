import type { Span } from '../../domain/span'
import { newAttempt } from '../../services/attempt'
import { CallError, call } from '../../services/call'
import { follow } from '../../services/follow'
import { wordsFor } from '../../services/say'
import { entered } from '../../services/session'
import { askAndRecord } from '../../services/subscribe'
import { textClass } from '../../services/text-size'
import { loadWeek } from '../../services/week'
import { careFromQuery, careLinkOf, type ChosenCare } from '../../view/care-link'
import { problemOf, type Problem } from '../../view/problem'
import {
  endsOf,
  lengthsOf,
  startsOf,
  waitFormOf,
  waitStateOf,
  type WaitForm,
  type WaitState,
} from '../../view/wait-form'

interface Data {
  textClass: string
  form: WaitForm | null
  problem: Problem | null
  sending: boolean
}

type Picked = WechatMiniprogram.CustomEvent<{ value: string }>

interface Custom {
  care: ChosenCare | undefined
  attempt: string
  state: WaitState | undefined
  /** Places that are free after all. */
  free: Span | undefined
  load(): Promise<void>
  become(changes: Partial<WaitState>): void
  fail(error: unknown): void
  onStart(event: Picked): void
  onEnd(event: Picked): void
  onLength(event: Picked): void
  onWait(): Promise<void>
  onNext(): void
}

Page<Data, Custom>({
  data: { textClass: '', form: null, problem: null, sending: false },
  care: undefined,
  attempt: '',
  state: undefined,
  free: undefined,

  onLoad(query) {
    this.setData({ textClass: textClass() })
    this.care = careFromQuery(query)
    void this.load()
  },

  async load() {
    this.setData({ problem: null })
    try {
      const { household, site } = await entered()
      const { days } = await loadWeek(site.id)
      const day = days.find(({ date }) => date === this.care?.date)
      const state = this.care && day && waitStateOf(this.care, day, household?.children ?? [])
      if (!state) throw new CallError({ code: 'not_found' }, '')
      this.become(state)
    } catch (error) {
      this.fail(error)
    }
  },

  /** Another ask is another attempt. */
  become(changes) {
    this.attempt = newAttempt()
    this.state = { ...this.state, ...changes } as WaitState
    this.setData({ form: waitFormOf(this.state), problem: null })
  },

  fail(error) {
    const detail = error instanceof CallError ? error.detail : undefined
    this.free = detail?.code === 'place_free' ? detail.span : undefined
    this.setData({ problem: problemOf(wordsFor(error), detail) })
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  onStart({ detail }) {
    const from = this.state && startsOf(this.state)[Number(detail.value)]
    if (from && this.state) this.become({ within: { ...this.state.within, from } })
  },

  onEnd({ detail }) {
    const to = this.state && endsOf(this.state)[Number(detail.value)]
    if (to && this.state) this.become({ within: { ...this.state.within, to } })
  },

  onLength({ detail }) {
    const minutes = this.state && lengthsOf(this.state)[Number(detail.value)]
    if (minutes) this.become({ minutes })
  },

  async onWait() {
    const { state } = this
    if (!state || this.data.sending || !this.data.form?.ready) return
    // WeChat shows its dialog only if asking is the first thing the tap does.
    const asking = askAndRecord(['offer']).catch(() => [])
    this.setData({ sending: true, problem: null })
    try {
      await asking
      const { site } = await entered()
      const { childIds, date, within, minutes } = state
      await call('waitForPlace', {
        siteId: site.id,
        childIds: [...childIds],
        date,
        within: { ...within },
        minutes,
        attempt: this.attempt,
      })
      await wx.redirectTo({ url: '/pages/wait-list/wait-list?fresh=1' })
    } catch (error) {
      this.fail(error)
    } finally {
      this.setData({ sending: false })
    }
  },

  onNext() {
    const { next } = this.data.problem ?? {}
    if (!next) return
    follow(next.act, {
      retry: () => (this.state ? this.onWait() : this.load()),
      book_free: () => {
        const { state, free } = this
        if (!state || !free) return
        const { date, childIds } = state
        void wx.redirectTo({ url: careLinkOf({ date, span: free, childIds, seenFen: 0 }) })
      },
    })
  },
})
