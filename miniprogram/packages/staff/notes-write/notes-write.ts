import type { DayNote } from '../../../domain/day-note'
import type { BookingId, SiteId } from '../../../domain/ids'
import { dateOf } from '../../../domain/time'
import { CallError, call } from '../../../services/call'
import { writeNotes } from '../../../services/care'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { anyRoom } from '../../../services/room'
import { say, wordsFor } from '../../../services/say'
import { textClass } from '../../../services/text-size'
import {
  bookTapped,
  noteChildrenOf,
  noteTapped,
  noteViewOf,
  writtenWords,
  type NoteBook,
  type NoteField,
  type NoteView,
} from '../../../view/day-note'
import type { RoomChild } from '../../../view/room-now'
import type { Act, Words } from '../../../view/words'

type Tap = WechatMiniprogram.CustomEvent<{ value: string }>

const MOST_FOUND = 6
const NOTHING_SAID: DayNote = {}
const NO_NOTES: Readonly<Record<string, DayNote>> = {}

/** How the day was, for one child or many at once: who, what, done. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '260rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '640rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    view: null as NoteView | null,
    sentence: '',
    typed: '',
    sending: false,
    /** 写给了 3 个孩子; empty before the first. */
    done: '',
  },
  siteId: '' as SiteId,
  children: [] as readonly RoomChild[],
  notes: NO_NOTES,
  books: [] as readonly NoteBook[],
  found: [] as readonly NoteBook[],
  chosen: [] as readonly BookingId[],
  said: NOTHING_SAID,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      const room = await anyRoom()
      this.children = room.children
      this.siteId = room.siteId
      await this.lookUp().catch((error) => {
        // Without network a note is written all the same; today's books are then typed.
        if (!(error instanceof CallError) || error.detail.code !== 'offline') throw error
      })
      this.setData({ failed: null })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  /** What was written today, and the books of today's sessions. */
  async lookUp() {
    const { siteId } = this
    const [{ notes }, { sessions, books }] = await Promise.all([
      call('listNotes', { siteId }),
      call('showProgramme', { siteId }),
    ])
    this.notes = notes
    const today = dateOf(now())
    const ids = sessions.filter(({ date }) => date === today).flatMap(({ bookIds }) => bookIds)
    this.books = books.filter(({ id }) => ids.includes(id))
  },
  show() {
    const { children, notes, chosen, said, books, found } = this
    const { sentence, typed } = this.data
    const state = { children, notes, chosen, said, sentence, books, typed, found }
    this.setData({ view: noteViewOf(state) })
  },
  onKid({ detail }: Tap) {
    const id = detail.value as BookingId
    const without = this.chosen.filter((each) => each !== id)
    this.chosen = without.length < this.chosen.length ? without : [...this.chosen, id]
    this.show()
  },
  onAll() {
    this.chosen = this.data.view?.allOn
      ? []
      : noteChildrenOf(this.children).map(({ bookingId }) => bookingId)
    this.show()
  },
  onWord({ currentTarget, detail }: Tap) {
    const field = String(currentTarget.dataset['field']) as NoteField
    this.said = noteTapped(this.said, field, detail.value)
    this.show()
  },
  onBook({ detail }: Tap) {
    const known = this.found.find(({ id }) => id === detail.value)
    if (known && !this.books.includes(known)) this.books = [...this.books, known]
    this.said = bookTapped(this.said, detail.value, this.books)
    this.show()
  },
  onFound(event: Tap) {
    this.setData({ typed: '' })
    this.onBook(event)
  },
  async onType(event: WechatMiniprogram.Input) {
    const typed = event.detail.value
    this.setData({ typed })
    try {
      if (typed.trim()) {
        const { siteId } = this
        const { books } = await call('listBooks', { siteId, text: typed.trim() })
        // A slower answer to earlier words.
        if (this.data.typed !== typed) return
        this.found = books.slice(0, MOST_FOUND)
      }
      this.show()
    } catch (error) {
      await say(error, { retry: () => this.onType(event) })
    }
  },
  onSentence({ detail }: WechatMiniprogram.Input) {
    this.setData({ sentence: detail.value })
    this.show()
  },
  async onWrite() {
    const { view, sentence, sending } = this.data
    if (!view?.ready || sending) return
    this.setData({ sending: true })
    try {
      const { siteId } = this
      const { books, bookIds, ...rest } = this.said
      const note = {
        ...rest,
        ...(books ? { books: [...books] } : {}),
        ...(bookIds ? { bookIds: [...bookIds] } : {}),
        ...(sentence.trim() ? { sentence } : {}),
      }
      const bookingIds = [...this.chosen]
      const written = await writeNotes(this.namesOf(bookingIds), { siteId, bookingIds, note })
      this.chosen = []
      this.said = {}
      this.setData({ done: writtenWords(written), sentence: '' })
      await this.open()
    } catch (error) {
      await say(error, { retry: () => this.onWrite() })
    } finally {
      this.setData({ sending: false })
    }
  },
  namesOf(ids: readonly BookingId[]) {
    return this.children
      .filter(({ bookingId }) => ids.includes(bookingId))
      .map(({ name }) => name)
      .join('、')
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
  onBack() {
    follow('back')
  },
})
