import { call } from '../../services/call'
import { say } from '../../services/say'
import { entered } from '../../services/session'
import { pickChips, type BookChip, type NamedBook } from '../../view/session-books'

const MOST_FOUND = 6
const NO_BOOKS: readonly NamedBook[] = []
const NO_CHIPS: readonly BookChip[] = []

/** The books of a session, found in the catalogue by a few words. Triggers `change` with all that are then chosen. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    books: { type: Array, value: [] as NamedBook[] },
  },
  data: {
    typed: '',
    hits: NO_BOOKS,
    chosen: NO_CHIPS,
    found: NO_CHIPS,
    /** The words find no book. */
    none: false,
  },
  observers: {
    'books, hits': function (books: readonly NamedBook[], hits: readonly NamedBook[]) {
      this.setData(pickChips(books, hits))
    },
  },
  methods: {
    onOut({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change(this.data.books.filter(({ id }) => id !== detail.value))
    },
    onIn({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const book = this.data.hits.find(({ id }) => id === detail.value)
      this.setData({ typed: '', hits: NO_BOOKS })
      if (book) this.change([...this.data.books, book])
    },
    change(books: readonly NamedBook[]) {
      this.triggerEvent('change', { books })
    },
    async onType(event: WechatMiniprogram.Input) {
      const typed = event.detail.value
      this.setData({ typed })
      try {
        const { site } = await entered()
        const text = typed.trim()
        const { books } = text ? await call('listBooks', { siteId: site.id, text }) : { books: [] }
        // A slower answer to earlier words.
        if (this.data.typed !== typed) return
        const hits = books.slice(0, MOST_FOUND).map(({ id, title }) => ({ id, title }))
        this.setData({ hits, none: text !== '' && hits.length === 0 })
      } catch (error) {
        await say(error, { retry: () => this.onType(event) })
      }
    },
  },
})
