import type { SiteId } from '../../../domain/ids'
import { ask } from '../../../services/ask'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { noticeRowOf, type NoticeRow } from '../../../view/notice-page'
import type { Act, Words } from '../../../view/words'

const CARD = [{ width: '100%', height: '200rpx', borderRadius: '24rpx' }]
const DESK = '/packages/desk'

/** What the community has told its families, what will go out, and what is still being written. */
Page({
  data: {
    textClass: '',
    skeleton: [CARD, CARD, CARD],
    failed: null as Words | null,
    drafts: [] as NoticeRow[],
    notices: null as NoticeRow[] | null,
  },
  siteId: '' as SiteId,

  onLoad() {
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
      const { site } = await entered()
      this.siteId = site.id
      const { now, drafts, notices } = await call('listNotices', { siteId: site.id })
      this.setData({
        failed: null,
        drafts: drafts.map((notice) => noticeRowOf(notice, now)),
        notices: notices.map((notice) => noticeRowOf(notice, now)),
      })
    } catch (error) {
      if (!this.data.notices) this.setData({ failed: wordsFor(error) })
      else await say(error, { retry: () => this.load() })
    }
  },
  onDraft({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    void wx.navigateTo({ url: `${DESK}/notice-write/notice-write?id=${id}` })
  },
  async onDrop({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const noticeId = String(currentTarget.dataset['id'])
    const title = String(currentTarget.dataset['title'])
    const sure = await ask({ title: '删掉草稿？', text: title, yes: '删掉', no: '留着' })
    if (sure) await this.drop(noticeId)
  },
  async drop(noticeId: string) {
    try {
      await call('dropDraft', { siteId: this.siteId, noticeId })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.drop(noticeId) })
    }
  },
  onNotice({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    void wx.navigateTo({ url: `${DESK}/notice-show/notice-show?id=${id}` })
  },
  onWrite() {
    void wx.navigateTo({ url: `${DESK}/notice-write/notice-write` })
  },
  onClose() {
    void wx.navigateTo({ url: `${DESK}/close-now/close-now` })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
