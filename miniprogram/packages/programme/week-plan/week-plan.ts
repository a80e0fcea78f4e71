import type { SessionId } from '../../../domain/ids'
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
  async onFill({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const from = currentTarget.dataset['from'] as LocalDate | undefined
    if (this.data.sending) return
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const filling = { siteId: site.id, to: this.monday, ...(from ? { from } : {}) }
      this.setData({ done: filledWords(await call('fillWeek', filling)) })
      await this.load()
    } catch (error) {
      await say(error)
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
    const { confirm, content } = await wx.showModal({
      title: row.children > 0 ? `取消这一场？约了 ${row.children} 个孩子` : '取消这一场？',
      editable: true,
      placeholderText: '为什么，家长会看到，十个字以内',
      confirmText: '取消这场',
      cancelText: '不取消',
      confirmColor: '#C93F22',
    })
    const why = (content ?? '').trim()
    if (!confirm || why === '') return
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const asked = { siteId: site.id, sessionId: id, why, seenChildren: row.children }
      const { released } = await call('callOffSession', asked)
      this.setData({ done: released > 0 ? `取消了，${released} 家收到了消息。` : '取消了。' })
    } catch (error) {
      await say(error)
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
