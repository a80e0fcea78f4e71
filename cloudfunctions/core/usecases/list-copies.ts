import { accept } from '../../../miniprogram/domain/result'
import { BOOK_ROLES } from '../../../miniprogram/domain/role'
import type { UseCase } from '../kernel/use-case'
import { copyViewOf } from './copy-view'

export const listCopies: UseCase<'listCopies', 'staff'> = {
  name: 'listCopies',
  access: { for: 'staff', roles: BOOK_ROLES },
  async run({ store }, { siteId, bookId }) {
    const copies = await store.copies.ofBook(bookId)
    const own = copies.filter((copy) => copy.siteId === siteId)
    return accept({ copies: own.sort((a, b) => a.addedAt - b.addedAt).map(copyViewOf) })
  },
}
