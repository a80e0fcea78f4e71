import type { BookCard } from '../../../view/book-card'

/** One book of a list; a tap opens it. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    card: { type: Object, value: null as unknown as BookCard },
  },
  methods: {
    onOpen() {
      void wx.navigateTo({ url: `/packages/books/book-show/book-show?id=${this.data.card.id}` })
    },
  },
})
