import type { DayNote } from '../../../domain/day-note'
import type { BookingId } from '../../../domain/ids'
import { dateOf } from '../../../domain/time'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { loadRoom } from '../../../services/room'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import {
  bookTapped,
  noteChildrenOf,
  noteTapped,
  noteViewOf,
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
      const { site } = await entered()
      const [room, { notes }, { sessions }] = await Promise.all([
        loadRoom(),
        call('listNotes', { siteId: site.id }),
        call('showProgramme', { siteId: site.id }),
      ])
      this.children = room.children
      this.notes = notes
      const today = dateOf(now())
      const ids = sessions.filter(({ date }) => date === today).flatMap(({ bookIds }) => bookIds)
      const { books } = await call('listBooks', { siteId: site.id })
      this.books = books.filter(({ id }) => ids.includes(id))
      this.setData({ failed: null })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
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
  async onType({ detail }: WechatMiniprogram.Input) {
    const typed = detail.value
    this.setData({ typed })
    try {
      if (typed.trim()) {
        const { site } = await entered()
        const { books } = await call('listBooks', { siteId: site.id, text: typed.trim() })
        // A slower answer to earlier words.
        if (this.data.typed !== typed) return
        this.found = books.slice(0, MOST_FOUND)
      }
      this.show()
    } catch (error) {
      await say(error)
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
      const { site } = await entered()
      const { books, bookIds, ...rest } = this.said
      const note = {
        ...rest,
        ...(books ? { books: [...books] } : {}),
        ...(bookIds ? { bookIds: [...bookIds] } : {}),
        ...(sentence.trim() ? { sentence } : {}),
      }
      const bookingIds = [...this.chosen]
      const { written } = await call('writeNotes', { siteId: site.id, bookingIds, note })
      this.chosen = []
      this.said = {}
      this.setData({ done: `写给了 ${written} 个孩子，家长在预约里看得到`, sentence: '' })
      await this.open()
    } catch (error) {
      await say(error, { retry: () => this.onWrite() })
    } finally {
      this.setData({ sending: false })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
  onBack() {
    follow('back')
  },
})
