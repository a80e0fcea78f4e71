import { FaultError } from '../../../miniprogram/domain/fault'
import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

export const showBook: UseCase<'showBook', 'anyone'> = {
  name: 'showBook',
  access: { for: 'anyone' },
  async run({ store }, { siteId, bookId }) {
    const [book, copies] = await Promise.all([store.books.get(bookId), store.copies.ofBook(bookId)])
    if (book?.siteId !== siteId) throw new FaultError({ code: 'not_found' })
    const there = copies.filter(({ gone }) => !gone)
    const onShelf = there.filter(({ loan }) => !loan)
    return accept({ book, copies: there.length, onShelf: onShelf.length })
  },
}
