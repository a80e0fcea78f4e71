import { FaultError } from '../../../miniprogram/domain/fault'
import { copyIdOf, type Copy } from '../../../miniprogram/domain/loan'
import { accept } from '../../../miniprogram/domain/result'
import { BOOK_ROLES } from '../../../miniprogram/domain/role'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { copyViewOf } from './copy-view'

/** Signs on a label: few enough to be typed. */
const CODE_LENGTH = 6
/** Of sixteen million codes the next is tried when one is taken. */
const TRIES = 20

/** Codes are made of the attempt, so that a retry adds no second copy. */
export const addCopies: UseCase<'addCopies', 'staff'> = {
  name: 'addCopies',
  access: { for: 'staff', roles: BOOK_ROLES },
  async run(context, input, { openid }) {
    const book = await context.store.books.get(input.bookId)
    if (book?.siteId !== input.siteId) throw new FaultError({ code: 'not_found' })
    const copies: Copy[] = []
    for (let number = 0; number < input.count; number++)
      copies.push(await addCopy(context, input, [openid, input.attempt, String(number)]))
    return accept({ copies: copies.map(copyViewOf) })
  },
}

async function addCopy(
  { store, hash, now }: Context,
  { siteId, bookId }: InputOf<'addCopies'>,
  parts: readonly string[],
): Promise<Copy> {
  const attempt = hash(...parts)
  for (let round = 0; round < TRIES; round++) {
    const code = hash(attempt, String(round)).slice(0, CODE_LENGTH).toUpperCase()
    const id = copyIdOf(siteId, code)
    const copy: Copy = { id, siteId, bookId, code, addedAt: now, attempt }
    if (await store.copies.add(copy)) return copy
    const there = await store.copies.get(id)
    if (there?.attempt === attempt) return there
  }
  throw new FaultError({ code: 'busy' })
}
