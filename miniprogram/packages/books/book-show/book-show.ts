import { BOOK_ROLES } from '../../../domain/role'
import { newAttempt } from '../../../services/attempt'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { bookPageOf, copyRowsOf, type BookPage, type CopyRow } from '../../../view/book-page'
import type { Act, Words } from '../../../view/words'

const MOST_AT_ONCE = 10

/** One book: what it is, whether a copy is on the shelf; for staff its copies and their labels. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '280rpx', height: '360rpx', borderRadius: '16rpx' }],
      [{ width: '100%', height: '320rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    book: null as BookPage | null,
    /** Null for who is not staff. */
    copies: null as CopyRow[] | null,
    count: 1,
    adding: false,
  },
  bookId: '',
  attempt: '',

  onLoad({ id }: { id?: string }) {
    this.bookId = id ?? ''
    this.attempt = newAttempt()
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
  },
  async load() {
    try {
      const { site, me } = await entered()
      const asked = { siteId: site.id, bookId: this.bookId }
      const isStaff = me.roles.some((role) => BOOK_ROLES.includes(role))
      const [shown, listed] = await Promise.all([
        call('showBook', asked),
        isStaff ? call('listCopies', asked) : undefined,
      ])
      const copies = listed ? copyRowsOf(listed.copies) : null
      this.setData({ failed: null, book: bookPageOf(shown), copies })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onStep({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    const count = Math.min(MOST_AT_ONCE, Math.max(1, this.data.count + detail.by))
    this.setData({ count })
  },
  async onAddCopies() {
    if (this.data.adding) return
    this.setData({ adding: true })
    try {
      const { site } = await entered()
      const { bookId, attempt } = this
      await call('addCopies', { siteId: site.id, bookId, attempt, count: this.data.count })
      this.attempt = newAttempt()
      this.setData({ count: 1 })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.onAddCopies() })
    } finally {
      this.setData({ adding: false })
    }
  },
  onLabels() {
    void wx.navigateTo({ url: `/packages/books/copy-labels/copy-labels?id=${this.bookId}` })
  },
  onEdit() {
    void wx.navigateTo({ url: `/packages/books/book-edit/book-edit?id=${this.bookId}` })
  },
  onShareAppMessage() {
    const title = this.data.book ? `一起读《${this.data.book.title}》` : '绘本书目'
    return { title, path: `/packages/books/book-show/book-show?id=${this.bookId}` }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
