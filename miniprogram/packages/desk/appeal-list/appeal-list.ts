import { ask } from '../../../services/ask'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { ring } from '../../../services/ring'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { appealRowOf, type AppealFacts, type AppealRow } from '../../../view/absences'
import type { Act, Words } from '../../../view/words'
import type { HouseholdId } from '../../../domain/ids'

/** Staff look at what families say about days on which nobody came. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    rows: null as AppealRow[] | null,
    sending: false,
  },
  appeals: [] as readonly AppealFacts[],

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },
  async load() {
    try {
      const { site } = await entered()
      const { appeals } = await call('listAppeals', { siteId: site.id })
      this.appeals = appeals
      this.setData({ failed: null, rows: appeals.map(appealRowOf) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  appealOf(event: WechatMiniprogram.TouchEvent): AppealFacts | undefined {
    const index = this.data.rows?.findIndex(({ id }) => id === event.currentTarget.dataset['id'])
    return index === undefined ? undefined : this.appeals[index]
  },
  onRing(event: WechatMiniprogram.TouchEvent) {
    const appeal = this.appealOf(event)
    if (appeal) void ring(appeal.guardians)
  },
  async onLift(event: WechatMiniprogram.TouchEvent) {
    const appeal = this.appealOf(event)
    if (appeal) await this.answer(appeal, true)
  },
  async onKeep(event: WechatMiniprogram.TouchEvent) {
    const appeal = this.appealOf(event)
    const text = '这一天仍然算一次。家长会看到您的名字。'
    if (appeal && (await ask({ title: '仍然算？', text, yes: '仍然算', no: '再看看' })))
      await this.answer(appeal, false)
  },
  async answer(appeal: AppealFacts, lifted: boolean) {
    if (this.data.sending) return
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const { date } = appeal
      const householdId = appeal.householdId as HouseholdId
      await call('answerAppeal', { siteId: site.id, householdId, date, lifted })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.answer(appeal, lifted) })
    } finally {
      this.setData({ sending: false })
    }
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    follow(event.detail.act, { retry: () => this.load() })
  },
})
