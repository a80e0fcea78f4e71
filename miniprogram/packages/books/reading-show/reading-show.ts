import type { ChildId } from '../../../domain/ids'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { readingOf, type ReadingView } from '../../../view/reading-page'
import type { Act, Words } from '../../../view/words'

/** The log is shown in full after a tap; a page of sixty books hides what comes after it. */
const FIRST_SHOWN = 4

/** What a child has heard read, what to read next, and the way to its passport. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '240rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '224rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '224rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    kids: null as { value: string; label: string; on: boolean }[] | null,
    reading: null as ReadingView | null,
    shown: FIRST_SHOWN,
  },
  childId: '' as ChildId,

  onLoad({ child }: { child?: string }) {
    this.childId = (child ?? '') as ChildId
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
      const { household } = await entered()
      const children = household?.children ?? []
      const child = children.find(({ id }) => id === this.childId) ?? children[0]
      const kids = children.map(({ id, name }) => ({
        value: id,
        label: name,
        on: id === child?.id,
      }))
      if (!child) {
        this.setData({ failed: null, kids })
        return
      }
      this.childId = child.id
      const facts = await call('showReading', { childId: child.id })
      this.setData({ failed: null, kids, reading: readingOf(facts, child.name, now()) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async onKid({ detail }: WechatMiniprogram.CustomEvent<{ value: ChildId }>) {
    this.childId = detail.value
    this.setData({ shown: FIRST_SHOWN })
    await this.load()
  },
  onMore() {
    this.setData({ shown: this.data.reading?.log.length ?? FIRST_SHOWN })
  },
  onGo({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/books/${String(currentTarget.dataset['page'])}` })
  },
  onPassport() {
    void wx.navigateTo({ url: `/packages/books/passport-show/passport-show?child=${this.childId}` })
  },
  onChild() {
    void wx.navigateTo({ url: '/pages/child-edit/child-edit' })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
