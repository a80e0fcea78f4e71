import type { ChildId } from '../../domain/ids'
import { fen, type Fen } from '../../domain/money'
import type { Span } from '../../domain/span'
import type { LocalDate, LocalTime } from '../../domain/time'
import { CallError, call } from '../../services/call'
import { follow } from '../../services/follow'
import { say, wordsFor } from '../../services/say'
import { entered } from '../../services/session'
import { askFor } from '../../services/subscribe'
import { textClass } from '../../services/text-size'
import { lastWeek, loadWeek } from '../../services/week'
import { chosenFromQuery } from '../../view/care-link'
import {
  drawPageOf,
  recomputedWords,
  type DrawFacts,
  type DrawPageView,
  type Mine,
} from '../../view/draw-page'
import { kidChipsOf, toggled, type KidChip } from '../../view/kid-chips'
import {
  USUAL_SPAN,
  careTimesOf,
  spanAt,
  spanChoiceOf,
  type SpanChoice,
} from '../../view/span-choice'
import { yuan } from '../../view/money'
import { predictBill } from '../../view/predict-bill'
import type { Act, Words } from '../../view/words'

interface ChosenCare {
  readonly childIds: readonly ChildId[]
  readonly span: Span
  readonly date?: LocalDate
}

interface Data {
  textClass: string
  lost: Words | null
  view: DrawPageView | null
  /** The day has no draw. */
  none: boolean
  kids: readonly KidChip[]
  /** From when to when it would be asked for. */
  choice: SpanChoice | null
  /** What the draw would cost: ¥27. */
  price: string
  recomputed: { readonly fair: boolean; readonly text: string } | null
  sending: boolean
}

interface Answer {
  readonly now: Parameters<typeof drawPageOf>[3]
  readonly draw?: DrawFacts
  readonly mine?: Mine
}

interface Custom {
  chosen: ChosenCare
  times: readonly LocalTime[]
  seenFen: Fen
  facts: DrawFacts | undefined
  load(): Promise<void>
  choose(change: Partial<ChosenCare>): Promise<void>
  onKid(event: WechatMiniprogram.CustomEvent<{ id: ChildId }>): void
  onSpan(event: WechatMiniprogram.CustomEvent<{ from: number; to: number }>): void
  show(answer: Answer): Promise<void>
  onJoin(): Promise<void>
  onLeave(): Promise<void>
  onCompute(): void
  onChoose(): void
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>): void
}

/** A day's draw: joining it, and recomputing it afterwards. */
Page<Data, Custom>({
  data: {
    textClass: '',
    lost: null,
    view: null,
    none: false,
    kids: [],
    choice: null,
    price: '',
    recomputed: null,
    sending: false,
  },
  chosen: { childIds: [], span: USUAL_SPAN },
  times: [],
  seenFen: fen(0),
  facts: undefined,

  onLoad(query) {
    this.chosen = { span: USUAL_SPAN, ...chosenFromQuery(query) }
  },

  onShow() {
    this.setData({ textClass: textClass() })
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const { household, site } = await entered()
      const { date, childIds } = this.chosen
      if (!household || !date) throw new CallError({ code: 'not_found' }, '')
      const { days } = lastWeek() ?? (await loadWeek(site.id))
      this.times = careTimesOf(days.filter((day) => day.date === date))
      const known = childIds.filter((id) => household.children.some((child) => child.id === id))
      const first = household.children.slice(0, 1).map(({ id }) => id)
      await this.choose({ childIds: known.length > 0 ? known : first })
      await this.show(await call('showDraw', { householdId: household.id, date }))
      this.setData({ lost: null })
    } catch (error) {
      if (!this.data.view) this.setData({ lost: wordsFor(error) })
      else await wx.showToast({ title: wordsFor(error).title, icon: 'none' })
    }
  },

  async choose(change) {
    this.chosen = { ...this.chosen, ...change }
    const { childIds, span, date } = this.chosen
    const { household, tariff } = await entered()
    const { papersSeen = false, freeUsed = {} } = household ?? {}
    const facts = { tariff, papersSeen, freeUsed }
    this.seenFen = date ? predictBill(childIds, date, span, facts).totalFen : fen(0)
    this.setData({
      price: yuan(this.seenFen),
      kids: date ? kidChipsOf(household?.children ?? [], childIds, date) : [],
      choice: spanChoiceOf(this.times, span),
    })
  },

  onKid({ detail }) {
    void this.choose({ childIds: toggled(this.chosen.childIds, detail.id) })
  },

  onSpan({ detail }) {
    void this.choose({ span: spanAt(this.times, detail, this.chosen.span) })
  },

  async show({ now, draw, mine }) {
    const { household } = await entered()
    this.facts = draw
    const view = draw ? drawPageOf(draw, mine, household?.children ?? [], now) : null
    this.setData({ view, none: !draw, recomputed: null })
  },

  async onJoin() {
    const { date, childIds, span } = this.chosen
    if (!date || this.data.choice?.wrong || this.data.sending) return
    // WeChat shows its dialog only if asking is the first thing the tap does.
    const asking = askFor(['booked', 'change'])
    this.setData({ sending: true })
    try {
      const accepted = await asking
      const { site } = await entered()
      const answer = await call('joinDraw', {
        siteId: site.id,
        childIds: [...childIds],
        date,
        span: { ...span },
        seenTotalFen: this.seenFen,
        accepted,
      })
      await this.show(answer)
    } catch (error) {
      // The day has another price list: the next tap has seen its price.
      if (error instanceof CallError && error.detail.code === 'price_changed') {
        this.seenFen = fen(error.detail.totalFen)
        this.setData({ price: yuan(this.seenFen) })
      }
      const again = (): void => void this.load()
      await say(error, { retry: () => this.onJoin(), draw: again, see_price: () => undefined })
    } finally {
      this.setData({ sending: false })
    }
  },

  async onLeave() {
    const { household } = await entered()
    const { date } = this.chosen
    if (!household || !date || this.data.sending) return
    this.setData({ sending: true })
    try {
      await this.show(await call('leaveDraw', { householdId: household.id, date }))
    } catch (error) {
      await say(error, { retry: () => this.onLeave() })
    } finally {
      this.setData({ sending: false })
    }
  },

  onCompute() {
    if (this.facts) this.setData({ recomputed: recomputedWords(this.facts) })
  },

  onChoose() {
    follow('pick_other_time')
  },

  onNext({ detail }) {
    follow(detail.act, { retry: () => this.load() })
  },
})
