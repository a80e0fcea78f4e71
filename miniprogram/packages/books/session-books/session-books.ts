import type { Book } from '../../../domain/book'
import type { SessionId } from '../../../domain/ids'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import {
  pickChips,
  sessionRowsOf,
  type BookChip,
  type SessionRow,
} from '../../../view/session-books'
import type { Act, Words } from '../../../view/words'

type Named = Pick<Book, 'id' | 'title'>

const MOST_FOUND = 6
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
    typed: '',
    chosen: [] as BookChip[],
    found: [] as BookChip[],
    saving: false,
  },
  books: [] as readonly Named[],
  picked: [] as readonly Named[],
  hits: [] as readonly Named[],
  named: NOTHING_NAMED,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      const [{ sessions }, { books }] = await Promise.all([
        call('showProgramme', { siteId: site.id }),
        call('listBooks', { siteId: site.id }),
      ])
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
    this.picked = this.books.filter((book) => ids.includes(book.id))
    this.hits = []
    this.setData({ open: id, typed: '' })
    this.show()
  },
  show() {
    this.setData(pickChips(this.picked, this.hits))
  },
  onOut({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.picked = this.picked.filter(({ id }) => id !== detail.value)
    this.show()
  },
  onIn({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const book = this.hits.find(({ id }) => id === detail.value)
    if (book) this.picked = [...this.picked, book]
    this.hits = []
    this.setData({ typed: '' })
    this.show()
  },
  async onType({ detail }: WechatMiniprogram.Input) {
    const typed = detail.value
    this.setData({ typed })
    try {
      const { site } = await entered()
      const text = typed.trim()
      const { books } = text ? await call('listBooks', { siteId: site.id, text }) : { books: [] }
      // A slower answer to earlier words.
      if (this.data.typed !== typed) return
      this.hits = books.slice(0, MOST_FOUND)
      this.show()
    } catch (error) {
      await say(error)
    }
  },
  async onSave() {
    if (this.data.saving) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      const bookIds = this.picked.map(({ id }) => id)
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
