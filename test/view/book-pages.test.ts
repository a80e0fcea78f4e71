import type { CopyId, SessionId } from '../../miniprogram/domain/ids'
import type { Isbn } from '../../miniprogram/domain/isbn'
import { LOAN_RULES } from '../../miniprogram/domain/loan'
import { instantOf, localDate, localTime } from '../../miniprogram/domain/time'
import { agesWords, bookCardOf, coverOf } from '../../miniprogram/view/book-card'
import {
  BOOK_FORM_WORDS,
  EMPTY_BOOK,
  bookErrorsOf,
  bookFormOf,
  isbnErrorOf,
} from '../../miniprogram/view/book-form'
import { bookPageOf, copyRowsOf } from '../../miniprogram/view/book-page'
import { childChips } from '../../miniprogram/view/book-list'
import { scannedOf } from '../../miniprogram/view/loan-desk'
import { loanCardsOf, loanRowsOf, loanRulesWords } from '../../miniprogram/view/loans'
import { passportOf, passportWords, readingOf } from '../../miniprogram/view/reading-page'
import { pickChips, sessionRowsOf } from '../../miniprogram/view/session-books'
import { aBook } from '../support/a-book'
import { aSpan } from '../support/a-span'

const today = localDate('2026-11-25')
const now = instantOf(today, localTime('10:00'))

describe('A book on a card', () => {
  it('says who made it, for which age, about what and in which other language', () => {
    const card = bookCardOf(
      aBook({
        title: '猜猜我有多爱你',
        author: '山姆·麦克布雷尼',
        illustrator: '安妮塔·婕朗',
        publisher: '明天出版社',
        themes: ['family', 'bedtime'],
        languages: ['mandarin', 'cantonese'],
      }),
    )
    expect(card.by).toBe('山姆·麦克布雷尼 文，安妮塔·婕朗 图 · 明天出版社')
    expect(card.chips).toEqual(['18–36 个月', '家人', '粤语'])
    expect(card.aria).toContain('《猜猜我有多爱你》')
  })

  it('counts whole years as years', () => {
    expect(agesWords({ fromMonths: 12, toMonths: 36 })).toBe('1–3 岁')
    expect(agesWords({ fromMonths: 6, toMonths: 24 })).toBe('6–24 个月')
  })

  it('shows a photograph, a drawing of the app, or the title on one of six papers', () => {
    expect(coverOf({ title: '橘猫找家', cover: 'cat' }).src).toBe('/images/cover/cat.svg')
    expect(coverOf({ title: '橘猫找家', cover: 'cloud://a/covers/1.jpg' }).src).toMatch(/^cloud:/)
    const drawn = coverOf({ title: 'Brown Bear, Brown Bear, What Do You See?' })
    expect(drawn).toMatchObject({ src: '', latin: true })
    expect(drawn.title).toMatch(/…$/)
    expect(drawn.tone).toBeLessThan(6)
  })
})

describe('The form of a book', () => {
  const form = { ...EMPTY_BOOK, title: '橘猫找家', author: '妈妈们', themes: ['animals'] as const }

  it('may go without a number, and says what is wrong with one', () => {
    expect(bookErrorsOf(form)).toEqual({})
    expect(isbnErrorOf('9780399226909')).toContain('有一位数字不对')
    expect(isbnErrorOf('6921168509256')).toContain('不是书的条形码')
    expect(isbnErrorOf('97803')).toContain('13 位')
    expect(isbnErrorOf('0-399-22690-7')).toBe('')
  })

  it('wants title, author, a theme, a language, and ages the right way round', () => {
    const wrong = { ...EMPTY_BOOK, isbn: '123', languages: [], fromMonths: 36, toMonths: 36 }
    expect(Object.keys(bookErrorsOf(wrong)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'ages',
      'author',
      'isbn',
      'languages',
      'themes',
      'title',
    ])
    expect(bookErrorsOf({ ...form, publisher: '长'.repeat(41) })).toEqual({
      publisher: BOOK_FORM_WORDS.publisher,
    })
  })

  it('begins with what the book has', () => {
    const book = aBook({ isbn: '9780399226908' as Isbn })
    expect(bookFormOf(book)).toMatchObject({ isbn: book.isbn, title: book.title })
    expect(bookFormOf(aBook()).isbn).toBe('')
  })
})

describe('A book’s page', () => {
  it.each([
    [0, 0, '只在园里读，不外借'],
    [2, 0, '2 册都借出去了'],
    [2, 1, '在架 1 册，一共 2 册，来园可以借回家'],
  ])('of %d copies with %d on the shelf reads %s', (copies, onShelf, shelf) => {
    const page = bookPageOf({ book: aBook(), copies, onShelf })
    expect(page).toMatchObject({ shelf, isHere: onShelf > 0 })
  })

  it('tells staff where each copy is', () => {
    const id = 'yucun_3F8A91' as CopyId
    const rows = copyRowsOf([
      { id, code: '3F8A91' },
      { id, code: '7C20D4', dueOn: localDate('2026-12-03') },
      { id, code: 'A1B27E', gone: { on: today, why: 'lost' } },
    ])
    expect(rows.map(({ state, tone }) => [state, tone])).toEqual([
      ['在架', 'leaf'],
      ['借出，12 月 3 日还', 'sun'],
      ['丢失', 'coral'],
    ])
  })
})

describe('A child’s reading', () => {
  const facts = {
    log: [
      {
        book: aBook({ id: 'moon', title: '月亮睡了吗', themes: ['bedtime'] }),
        times: 2,
        lastOn: localDate('2026-11-23'),
        where: { session: '李阿姨', care: true as const },
      },
      {
        book: aBook({ id: 'cat', themes: ['animals', 'bedtime'] }),
        times: 1,
        lastOn: localDate('2026-11-20'),
        where: { care: true as const },
      },
    ],
    of: 60,
    suggestions: [
      {
        book: aBook({ id: 'fish' }),
        reason: { kind: 'session' as const, date: localDate('2026-11-26') },
      },
      { book: aBook({ id: 'rain' }), reason: { kind: 'new' as const, theme: 'nature' as const } },
    ],
  }

  it('says how many of how many, when and where each, and why the next ones', () => {
    const reading = readingOf(facts, '小雨', now)
    expect(reading).toMatchObject({ headline: '小雨听过 2 / 60 本', percent: 3 })
    expect(reading.log.map(({ note }) => note)).toEqual([
      '11 月 23 日 绘本课，李阿姨讲 · 听过 2 次',
      '11 月 20 日 在园里听',
    ])
    expect(reading.suggestions.map(({ note }) => note)).toEqual([
      '明天的绘本课会讲',
      '还没听过“自然”的书',
    ])
  })

  it('of an empty catalogue is no division by nothing', () => {
    expect(readingOf({ log: [], of: 0, suggestions: [] }, '小雨', now).percent).toBe(0)
  })

  it('becomes a passport with a stamp for each theme, and nobody else in it', () => {
    const passport = passportOf(facts, '小雨', '渔你成长小屋')
    expect(passport).toMatchObject({ name: '小雨', heard: '2' })
    expect(passport.stamps.filter(({ count }) => count > 0)).toEqual([
      { theme: 'animals', word: '动物', count: 1 },
      { theme: 'bedtime', word: '睡前', count: 2 },
    ])
    expect(passportWords(passport)).toBe('小雨的阅读护照：听过 2 本绘本，集了 2 个章')
  })

  it('can be looked for by a child’s age', () => {
    const chips = childChips([{ id: 'h-1', name: '小雨' }], 'h-1')
    expect(chips).toEqual([{ value: 'h-1', label: '适合小雨', on: true }])
  })
})

describe('The sessions of the week', () => {
  const session = {
    id: 'yucun_2026-11-26_1' as SessionId,
    date: localDate('2026-11-26'),
    span: aSpan('10:00-10:30'),
    title: '月亮睡了吗',
    leader: { name: '阿May' },
    bookIds: ['moon'],
  }
  const moon = aBook({ id: 'moon', title: '月亮睡了吗' })

  it('name what they read; those over, called off or further ahead are not asked for', () => {
    const rows = sessionRowsOf(
      [
        session,
        { ...session, bookIds: [] },
        { ...session, off: '停电' },
        { ...session, date: today, span: aSpan('09:00-10:00') },
        { ...session, date: localDate('2026-12-02') },
      ],
      [moon],
      now,
    )
    expect(rows).toMatchObject([
      { when: '明天 10:00–10:30 · 阿May', books: '《月亮睡了吗》', named: true },
      { books: '还没写讲哪本书', named: false },
    ])
  })

  it('offer what was found and is not chosen yet', () => {
    const { chosen, found } = pickChips([moon], [moon, aBook({ id: 'cat' })])
    expect(chosen.map(({ value }) => value)).toEqual(['moon'])
    expect(found.map(({ value }) => value)).toEqual(['cat'])
  })
})

describe('Books at home', () => {
  const loan = (dueOn: string, renewed = false) => ({
    book: aBook(),
    copyId: 'yucun_3F8A91' as CopyId,
    attempt: 'scan-one',
    dueOn: localDate(dueOn),
    renewed,
  })
  const cards = (...loans: ReturnType<typeof loan>[]) => loanCardsOf(loans, LOAN_RULES, today)

  it.each([
    ['2026-11-22', '11 月 22 日该还，过了 3 天'],
    ['2026-11-25', '今天还'],
    ['2026-11-26', '明天还'],
    ['2026-12-03', '12 月 3 日 周四前还'],
  ])('due on %s say so: %s', (dueOn, note) => {
    expect(cards(loan(dueOn)).cards[0]?.card.note).toBe(note)
  })

  it('can be kept longer once, and say until when', () => {
    const [fresh, renewed, late] = cards(
      loan('2026-12-03'),
      loan('2026-12-03', true),
      loan('2026-11-22'),
    ).cards
    expect([fresh?.renew, renewed?.renew, late?.renew]).toEqual(['续借到 12 月 17 日', '', ''])
    expect(renewed?.card.note).toBe('12 月 3 日 周四前还 · 续借过')
  })

  it('that are late are asked for, without a fine', () => {
    expect(cards(loan('2026-11-22')).late).toContain('1 本过了日子')
    expect(cards(loan('2026-11-22')).cards[0]?.card.late).toBe(true)
    expect(cards(loan('2026-11-25')).late).toBe('')
    expect(loanRulesWords(LOAN_RULES)).toContain('不收费')
  })

  it('are listed at the desk with whom to call, and a scanned copy says who has it', () => {
    const who = { childNames: ['小雨'], guardians: [{ name: '小雨妈妈', phone: '13800001001' }] }
    const dueOn = localDate('2026-11-22')
    const id = 'yucun_3F8A91' as CopyId
    const facts = { copyId: id, code: '3F8A91', title: '抱抱', attempt: 'a', dueOn, ...who }
    expect(loanRowsOf([facts], today)).toMatchObject([
      { title: '《抱抱》3F8A91', who: '小雨家（小雨妈妈）', late: true, phone: '13800001001' },
    ])
    const copy = { id, code: '3F8A91', dueOn }
    expect(scannedOf({ copy, book: aBook(), loan: { attempt: 'a', ...who } }, today)).toMatchObject(
      { who: '小雨家（小雨妈妈）', late: true, attempt: 'a' },
    )
    const onShelf = { id, code: '3F8A91' }
    expect(scannedOf({ copy: onShelf, book: aBook() }, today)).toMatchObject({ who: '', due: '' })
  })
})
