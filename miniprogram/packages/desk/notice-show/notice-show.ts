import type { HouseholdId, NoticeId } from '../../../domain/ids'
import { ask } from '../../../services/ask'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { noticePageOf, type NoticePage } from '../../../view/notice-page'
import type { CallLine } from '../../../view/notice-reach'
import type { Act, Words } from '../../../view/words'

/** While messages are on their way the page looks again so often. */
const LOOK_EVERY = 5000

type Shown = Awaited<ReturnType<typeof call<'showNotice'>>>

/** How a notice arrives: live, with the calls that are left, and what can still be taken back. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '240rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '360rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    view: null as NoticePage | null,
    fresh: false,
    /** More of the call list can be fetched. */
    more: false,
    busy: false,
  },
  id: '' as NoticeId,
  calls: [] as readonly CallLine[],
  next: undefined as HouseholdId | undefined,
  answer: undefined as Shown | undefined,
  looking: undefined as ReturnType<typeof setTimeout> | undefined,

  onLoad({ id = '', fresh }) {
    this.id = id as NoticeId
    this.setData({ textClass: textClass(), fresh: fresh === '1' })
  },
  onShow() {
    void this.load()
  },
  onHide() {
    this.rest()
  },
  onUnload() {
    this.rest()
  },
  rest() {
    if (this.looking !== undefined) clearTimeout(this.looking)
    this.looking = undefined
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  async load() {
    this.rest()
    try {
      const { site } = await entered()
      const shown = await call('showNotice', { siteId: site.id, noticeId: this.id })
      this.answer = shown
      this.calls = shown.calls
      this.next = shown.next
      this.show()
    } catch (error) {
      if (!this.data.view) this.setData({ failed: wordsFor(error) })
    }
    // What failed for lack of network is looked at again, too.
    if (this.data.view?.isMoving) this.looking = setTimeout(() => void this.load(), LOOK_EVERY)
  },
  show() {
    const { answer, calls } = this
    if (!answer) return
    const view = noticePageOf({ ...answer, calls }, answer.groups, answer.now)
    this.setData({ failed: null, view, more: this.next !== undefined })
  },
  async onMore() {
    const after = this.next
    if (after === undefined || this.data.busy) return
    this.setData({ busy: true })
    try {
      const { site } = await entered()
      const shown = await call('showNotice', { siteId: site.id, noticeId: this.id, after })
      this.calls = [...this.calls, ...shown.calls]
      this.next = shown.next
      this.show()
    } catch (error) {
      await say(error, { retry: () => this.onMore() })
    } finally {
      this.setData({ busy: false })
    }
  },
  async onMark({ detail }: WechatMiniprogram.CustomEvent<{ key: string; called: boolean }>) {
    const { key: householdId, called } = detail
    try {
      const { site } = await entered()
      const input = { siteId: site.id, noticeId: this.id, householdId, called }
      const { calledBy } = await call('markCalled', input)
      this.calls = this.calls.map(({ calledBy: _before, ...line }) =>
        line.householdId === householdId
          ? { ...line, ...(calledBy === undefined ? {} : { calledBy }) }
          : { ...line, ...(_before === undefined ? {} : { calledBy: _before }) },
      )
      this.show()
    } catch (error) {
      await say(error, { retry: () => this.load() })
    }
  },
  async onRecall() {
    const { view, busy } = this.data
    if (!view?.recall || busy) return
    const text = '还没发出的不再发，没人看过的从小程序里拿走。已经到微信的收不回来。'
    if (await ask({ title: `${view.recall}？`, text, yes: '撤回', no: '再想想' }))
      await this.recall()
  },
  async recall() {
    this.setData({ busy: true, fresh: false })
    try {
      const { site } = await entered()
      await call('recallNotice', { siteId: site.id, noticeId: this.id })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.load() })
    } finally {
      this.setData({ busy: false })
    }
  },
  onCopy() {
    void wx.navigateTo({ url: `/packages/desk/notice-write/notice-write?copy=${this.id}` })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
