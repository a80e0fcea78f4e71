import type { Book } from '../../../miniprogram/domain/book'
import { coverProblemOf } from '../../../miniprogram/domain/cover'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { BookId } from '../../../miniprogram/domain/ids'
import { accept, refuse, type Refused } from '../../../miniprogram/domain/result'
import { BOOK_ROLES } from '../../../miniprogram/domain/role'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import type { BookFacts } from '../store/books'

/** Two people who scan the same book at once add it once: its id is its ISBN. */
export const saveBook: UseCase<'saveBook', 'staff'> = {
  name: 'saveBook',
  access: { for: 'staff', roles: BOOK_ROLES },
  async run(context, input, { openid }) {
    const { store, hash } = context
    const wrong = await refuseCover(context, input)
    if (wrong) return wrong
    const { siteId, isbn, bookId } = input
    const attempt = hash(openid, input.attempt)
    if (bookId) {
      const before = await store.books.get(bookId)
      if (before?.siteId !== siteId) throw new FaultError({ code: 'not_found' })
      const facts = factsOf(input)
      await store.books.correct(bookId, facts)
      await dropCover(context, before.cover, input.cover)
      return accept({ book: { ...before, ...facts } })
    }
    const id = `${siteId}_${isbn ?? attempt}` as BookId
    const book: Book = { id, siteId, ...(isbn ? { isbn } : {}), ...factsOf(input) }
    if (await store.books.add({ ...book, attempt })) return accept({ book })
    const known = await store.books.get(id)
    if (known?.attempt === attempt) return accept({ book: known })
    return refuse({ code: 'book_known', title: known?.title ?? '', bookId: id })
  },
}

function factsOf(input: InputOf<'saveBook'>): BookFacts {
  const { title, author, illustrator, publisher, ages, themes, languages, cover } = input
  return {
    title,
    author,
    illustrator,
    publisher,
    ...ages,
    themes: [...new Set(themes)],
    languages: [...new Set(languages)],
    ...(cover ? { cover } : {}),
  }
}

/** Where covers of a site are uploaded to; another file's id is no cover. */
const isCoverOf = (siteId: string, fileId: string): boolean =>
  fileId.startsWith('cloud://') && fileId.includes(`/covers/${siteId}/`)

/** A file that is no cover does not stay in the storage. */
async function refuseCover(
  { files }: Context,
  { siteId, cover }: InputOf<'saveBook'>,
): Promise<Refused | undefined> {
  if (!cover) return undefined
  const found = isCoverOf(siteId, cover) ? await files.look(cover) : undefined
  if (!found)
    throw new FaultError({ code: 'invalid_input', fields: [{ path: 'cover', why: 'wrong' }] })
  const code = coverProblemOf(found)
  if (!code) return undefined
  await files.remove(cover)
  return refuse({ code })
}

async function dropCover({ files }: Context, before?: string, after?: string): Promise<void> {
  if (before?.startsWith('cloud://') && after && before !== after) await files.remove(before)
}
