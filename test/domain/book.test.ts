import { findBooks, type BookQuery } from '../../miniprogram/domain/book'
import { coverProblemOf } from '../../miniprogram/domain/cover'
import type { BookId } from '../../miniprogram/domain/ids'
import type { Isbn } from '../../miniprogram/domain/isbn'
import { heardBooksOf, type Heard } from '../../miniprogram/domain/reading'
import { likedThemeOf, suggestBooks } from '../../miniprogram/domain/suggest-books'
import { localDate, type LocalDate } from '../../miniprogram/domain/time'
import { aBook } from '../support/a-book'

const hungry = aBook({
  id: 'hungry',
  title: '好饿的毛毛虫',
  author: '艾瑞·卡尔',
  publisher: '明天出版社',
  isbn: '9780399226908' as Isbn,
  themes: ['food', 'counting'],
  languages: ['mandarin', 'english'],
  fromMonths: 12,
})
const moon = aBook({ id: 'moon', title: '月亮睡了吗', themes: ['bedtime'], toMonths: 30 })
const cat = aBook({ id: 'cat', languages: ['cantonese'], fromMonths: 24 })
const books = [cat, moon, hungry]
const titles = (query: BookQuery) => findBooks(books, query).map(({ title }) => title)

describe('The catalogue', () => {
  it('is in the order of age, then title', () =>
    expect(titles({})).toEqual(['好饿的毛毛虫', '月亮睡了吗', '橘猫找家']))

  it.each<[string, BookQuery, string[]]>([
    ['a part of the title', { text: '毛毛' }, ['好饿的毛毛虫']],
    ['the title between its marks', { text: '《橘猫 找家》' }, ['橘猫找家']],
    ['the author', { text: '卡尔' }, ['好饿的毛毛虫']],
    ['the ISBN as it is printed', { text: '978-0-399-22690-8' }, ['好饿的毛毛虫']],
    ['the older ISBN', { text: '0399226907' }, ['好饿的毛毛虫']],
    ['the last digits of the ISBN', { text: '6908' }, ['好饿的毛毛虫']],
    ['too few digits', { text: '69' }, []],
    ['a theme', { theme: 'bedtime' }, ['月亮睡了吗']],
    ['a language', { language: 'cantonese' }, ['橘猫找家']],
    ['an age', { ageMonths: 31 }, ['好饿的毛毛虫', '橘猫找家']],
    ['an age and a theme', { ageMonths: 31, theme: 'animals' }, ['橘猫找家']],
    ['a book that is not there', { text: '恐龙' }, []],
  ])('is searched by %s', (_name, query, found) => expect(titles(query)).toEqual(found))
})

describe('A cover', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1])
  const webp = Uint8Array.from([82, 73, 70, 70, 0, 0, 0, 0, 87, 69, 66, 80])
  const html = Uint8Array.from('<!doctype ht', (letter) => letter.charCodeAt(0))

  it('is a picture by its first bytes, whatever it is called', () => {
    expect(coverProblemOf({ size: 90_000, head: jpeg })).toBeUndefined()
    expect(coverProblemOf({ size: 90_000, head: webp })).toBeUndefined()
    expect(coverProblemOf({ size: 90_000, head: html })).toBe('cover_not_picture')
    expect(coverProblemOf({ size: 0, head: new Uint8Array() })).toBe('cover_not_picture')
  })

  it('weighs at most 2 MB', () => {
    expect(coverProblemOf({ size: 2 * 1024 * 1024, head: jpeg })).toBeUndefined()
    expect(coverProblemOf({ size: 20 * 1024 * 1024, head: jpeg })).toBe('cover_too_large')
  })
})

const on = (date: string) => localDate(date)
const heard = {
  moon: { '2026-11-20': { care: true }, '2026-11-23': { session: '李阿姨', care: true } },
  hungry: { '2026-11-24': { care: true } },
} as unknown as Heard

describe('A reading log', () => {
  it('counts a book once, and the days on which it was read', () =>
    expect(heardBooksOf(heard)).toEqual([
      { bookId: 'hungry', times: 1, lastOn: '2026-11-24', where: { care: true } },
      { bookId: 'moon', times: 2, lastOn: '2026-11-23', where: { session: '李阿姨', care: true } },
    ]))

  it('knows which theme was read on most days', () => {
    expect(likedThemeOf(books, heard)).toBe('bedtime')
    expect(likedThemeOf(books, {})).toBeUndefined()
  })
})

describe('Suggestions', () => {
  const dream = aBook({ id: 'dream', title: '晚安，月亮', themes: ['bedtime'] })
  const older = aBook({ id: 'older', fromMonths: 36, toMonths: 48 })
  const all = [...books, dream, older]
  const suggest = (coming: Record<BookId, LocalDate>, log: Heard = heard) =>
    suggestBooks({ books: all, heard: log, ageMonths: 25, coming }).map(({ book, reason }) => [
      book.id,
      reason.kind,
    ])

  it('are for the age, not heard yet, and say why', () =>
    expect(suggest({})).toEqual([
      ['dream', 'liked'],
      ['cat', 'new'],
    ]))

  it('begin with what a coming session will read', () =>
    expect(suggest({ ['cat' as BookId]: on('2026-11-27') })).toEqual([
      ['cat', 'session'],
      ['dream', 'liked'],
    ]))

  it('of a child that has heard nothing fit its age, the closest band first', () =>
    expect(suggest({}, {})).toEqual([
      ['moon', 'age'],
      ['cat', 'age'],
      ['dream', 'age'],
      ['hungry', 'age'],
    ]))

  it('are in the same order whatever the order of the catalogue', () => {
    const facts = { heard, ageMonths: 25, coming: {} }
    const one = suggestBooks({ ...facts, books: all })
    expect(suggestBooks({ ...facts, books: all.toReversed() })).toEqual(one)
  })
})
