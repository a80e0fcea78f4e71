import type { SessionId } from '../../../domain/ids'
import { LONGEST_WHY } from '../../../domain/session'
import { dateOf, type LocalDate } from '../../../domain/time'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { filledWords, weekPlanOf, type WeekPlanView } from '../../../view/week-plan'
import type { Act, Words } from '../../../view/words'

const EDIT = '/packages/programme/session-edit/session-edit'

interface Data {
  textClass: string
  skeleton: object[][]
  failed: Words | null
  view: WeekPlanView | null
  /** What filling the week came to. */
  done: string
  sending: boolean
}
const FIRST: Data = {
  textClass: '',
  skeleton: [
    [{ width: '100%', height: '96rpx', borderRadius: '24rpx' }],
    [{ width: '100%', height: '320rpx', borderRadius: '24rpx' }],
    [{ width: '100%', height: '320rpx', borderRadius: '24rpx' }],
  ],
  failed: null,
  view: null,
  done: '',
  sending: false,
}

/** The community publishes a week: by the timetable, or as the week before; a session is called off here. */
Page({
  data: FIRST,
  monday: '' as LocalDate,

  onLoad() {
    this.setData({ textClass: textClass() })
    this.monday = dateOf(now())
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
      const { site } = await entered()
      const plan = await call('showWeekPlan', { siteId: site.id, monday: this.monday })
      this.monday = plan.monday
      this.setData({ failed: null, view: weekPlanOf(plan) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onWeek({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.monday = currentTarget.dataset['monday'] as LocalDate
    this.setData({ done: '' })
    void this.load()
  },
  async onFill(event: WechatMiniprogram.TouchEvent) {
    const from = event.currentTarget.dataset['from'] as LocalDate | undefined
    if (this.data.sending) return
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const filling = { siteId: site.id, to: this.monday, ...(from ? { from } : {}) }
      this.setData({ done: filledWords(await call('fillWeek', filling)) })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.onFill(event) })
    } finally {
      this.setData({ sending: false })
    }
  },
  onAdd({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `${EDIT}?date=${currentTarget.dataset['date']}` })
  },
  onEdit({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, date } = currentTarget.dataset
    void wx.navigateTo({ url: `${EDIT}?date=${date}&id=${id}` })
  },
  async onCallOff({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id']) as SessionId
    const row = this.data.view?.days.flatMap(({ rows }) => rows).find((each) => each.id === id)
    if (!row || this.data.sending) return
    const question = '取消这一场？'
    const asked = row.children > 0 ? `${question}约了 ${row.children} 个孩子` : question
    const why = await this.askWhy(asked)
    if (why) await this.callOff(id, row.children, why)
  },
  /** Until it is a reason that fits into a message, with what was typed kept; undefined when it is left. */
  async askWhy(question: string): Promise<string | undefined> {
    let [title, content] = [question, '']
    for (;;) {
      const answer = await wx.showModal({
        title,
        content,
        editable: true,
        placeholderText: '为什么，家长会看到，十个字以内',
        confirmText: '取消这场',
        cancelText: '不取消',
        confirmColor: '#C93F22',
      })
      if (!answer.confirm) return undefined
      content = (answer.content ?? '').trim()
      if (content && content.length <= LONGEST_WHY) return content
      title = `请写原因，最多 ${LONGEST_WHY} 个字`
    }
  },
  async callOff(sessionId: SessionId, seenChildren: number, why: string) {
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const asked = { siteId: site.id, sessionId, why, seenChildren }
      const { released } = await call('callOffSession', asked)
      this.setData({ done: released > 0 ? `取消了，${released} 家收到了消息。` : '取消了。' })
    } catch (error) {
      await say(error, { retry: () => this.callOff(sessionId, seenChildren, why) })
    } finally {
      this.setData({ sending: false })
      await this.load()
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
