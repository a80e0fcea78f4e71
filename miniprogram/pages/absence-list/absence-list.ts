import { APPEAL_REASONS } from '../../domain/absence'
import type { LocalDate } from '../../domain/time'
import { call } from '../../services/call'
import { choose } from '../../services/choose'
import { follow } from '../../services/follow'
import { say, wordsFor } from '../../services/say'
import { entered } from '../../services/session'
import { textClass } from '../../services/text-size'
import { REASON_WORDS, absencePageOf, type AbsencePage } from '../../view/absences'
import type { Act, Words } from '../../view/words'

interface Data {
  textClass: string
  lost: Words | null
  view: AbsencePage | null
}

interface Custom {
  load(): Promise<void>
  onAppeal(event: WechatMiniprogram.TouchEvent): Promise<void>
  onCall(): void
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>): void
}

Page<Data, Custom>({
  data: { textClass: '', lost: null, view: null },

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
      const { household } = await entered()
      const facts = household
        ? await call('showAbsences', { householdId: household.id })
        : { absences: [] }
      this.setData({ lost: null, view: absencePageOf(facts) })
    } catch (error) {
      this.setData({ lost: wordsFor(error) })
    }
  },

  async onAppeal({ currentTarget }) {
    const date = String(currentTarget.dataset['date']) as LocalDate
    const { household } = await entered()
    const index = await choose(APPEAL_REASONS.map((reason) => REASON_WORDS[reason]))
    const reason = index === undefined ? undefined : APPEAL_REASONS[index]
    if (!reason || !household) return
    try {
      const facts = await call('appealAbsence', { householdId: household.id, date, reason })
      this.setData({ view: absencePageOf(facts) })
      await wx.showToast({ title: '已交给老师看', icon: 'success' })
    } catch (error) {
      await say(error, { retry: () => this.load() })
    }
  },

  onCall() {
    follow('call_site')
  },

  onNext({ detail }) {
    follow(detail.act, { retry: () => this.load() })
  },
})
