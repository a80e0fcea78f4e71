import type { Book } from '../../miniprogram/domain/book'
import type { BookId, SiteId } from '../../miniprogram/domain/ids'

/** A book about animals in Mandarin, for 18 to 36 months. */
export function aBook(facts: Partial<Omit<Book, 'id'>> & { id?: string } = {}): Book {
  const { id = 'yucun_1', ...more } = facts
  return {
    id: id as BookId,
    siteId: 'yucun' as SiteId,
    title: '橘猫找家',
    author: '渔邨妈妈故事组',
    illustrator: '',
    publisher: '',
    fromMonths: 18,
    toMonths: 36,
    themes: ['animals'],
    languages: ['mandarin'],
    ...more,
  }
}
