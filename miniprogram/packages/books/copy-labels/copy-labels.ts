import type { BookId } from '../../../domain/ids'
import { LABEL_PREFIX } from '../../../domain/loan'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import type { Act, Words } from '../../../view/words'

/** A label for each copy of a book, to print and to stick on its back. */
Page({
  data: {
    textClass: '',
    skeleton: [[{ width: '100%', height: '480rpx', borderRadius: '24rpx' }]],
    failed: null as Words | null,
    title: '',
    site: '',
    labels: null as { code: string; text: string }[] | null,
  },
  bookId: '' as BookId,

  onLoad({ id }: { id?: string }) {
    this.bookId = (id ?? '') as BookId
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      const { site } = await entered()
      const asked = { siteId: site.id, bookId: this.bookId }
      const [{ book }, { copies }] = await Promise.all([
        call('showBook', asked),
        call('listCopies', asked),
      ])
      const labels = copies.map(({ id, code }) => ({ code, text: LABEL_PREFIX + id }))
      this.setData({ failed: null, title: book.title, site: site.name, labels })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
