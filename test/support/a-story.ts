import type { SiteId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import type { Book, Story } from '../../miniprogram/domain/story'
import { MONDAY } from './a-day'
import { aSpan } from './a-span'

/** A free reading in Mandarin on `MONDAY` 10:00–10:30, for 18 to 36 months. */
export function aStory(
  facts: Partial<Omit<Story, 'span' | 'book'>> & { span?: string; book?: Partial<Book> } = {},
): Story {
  const { span = '10:00-10:30', book, ...more } = facts
  return {
    id: 'story-1',
    siteId: 'yucun' as SiteId,
    date: MONDAY,
    service: 'reading',
    title: '毛毛虫的早餐',
    leader: '阿May',
    leaderRole: 'mother',
    language: 'mandarin',
    accompanied: false,
    priceFen: fen(0),
    ...more,
    span: aSpan(span),
    book: {
      id: 'book-1',
      title: '毛毛虫的早餐',
      author: '林老师',
      fromMonths: 18,
      toMonths: 36,
      cover: 'caterpillar',
      ...book,
    },
  }
}
