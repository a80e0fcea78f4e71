import type { SessionId } from '../../../domain/ids'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { sessionRowsOf, type NamedBook, type SessionRow } from '../../../view/session-books'
import type { Act, Words } from '../../../view/words'

const NO_BOOKS: readonly NamedBook[] = []
const NOTHING_NAMED: Readonly<Record<SessionId, readonly string[]>> = {}

/** The coming week's sessions, each with the books that it will read: families see them, logs grow by them. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '176rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '176rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '176rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    rows: null as SessionRow[] | null,
    /** The session whose books are being chosen. */
    open: '',
    chosen: NO_BOOKS,
    saving: false,
  },
  books: NO_BOOKS,
  named: NOTHING_NAMED,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      const { sessions, books } = await call('showProgramme', { siteId: site.id })
      this.books = books
      this.named = Object.fromEntries(sessions.map(({ id, bookIds }) => [id, bookIds]))
      this.setData({ failed: null, rows: sessionRowsOf(sessions, books, now()), open: '' })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onOpen({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = currentTarget.dataset['id'] as SessionId
    const ids = this.named[id] ?? []
    this.setData({ open: id, chosen: this.books.filter((book) => ids.includes(book.id)) })
  },
  onBooks({ detail }: WechatMiniprogram.CustomEvent<{ books: readonly NamedBook[] }>) {
    this.setData({ chosen: detail.books })
  },
  async onSave() {
    if (this.data.saving) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      const bookIds = this.data.chosen.map(({ id }) => id)
      await call('nameBooks', { siteId: site.id, sessionId: this.data.open, bookIds })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.onSave() })
    } finally {
      this.setData({ saving: false })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
