import { ageInMonths } from '../../../domain/age'
import { BOOK_ROLES } from '../../../domain/role'
import { dateOf } from '../../../domain/time'
import { readIsbn } from '../../../domain/isbn'
import { call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { scanBarCode } from '../../../services/scan'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { bookCardOf, languageChips, themeChips, type BookCard } from '../../../view/book-card'
import { isbnErrorOf } from '../../../view/book-form'
import { childChips, type CatalogueChoice } from '../../../view/book-list'
import type { Act, Words } from '../../../view/words'

const ROW = [
  { width: '136rpx', height: '176rpx', borderRadius: '16rpx' },
  { width: '460rpx', height: '144rpx', borderRadius: '16rpx' },
]

const NOTHING_CHOSEN: CatalogueChoice = {}

/** The point's picture books: by title, number, theme, language and a child's age. Staff add by scanning. */
Page({
  data: {
    textClass: '',
    skeleton: [[{ width: '100%', height: '100rpx', borderRadius: '16rpx' }], ROW, ROW, ROW],
    failed: null as Words | null,
    text: '',
    choice: NOTHING_CHOSEN,
    themes: themeChips([]),
    languages: languageChips([]),
    ages: [] as ReturnType<typeof childChips>,
    cards: null as BookCard[] | null,
    line: '',
    mayAdd: false,
    /** What is wrong with the number that was scanned. */
    wrong: '',
  },

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.search()
  },
  async search() {
    const { text, choice } = this.data
    try {
      const { site, household, me } = await entered()
      const today = dateOf(now())
      const child = household?.children.find(({ id }) => id === choice.child)
      const { books, found, total } = await call('listBooks', {
        siteId: site.id,
        ...(text.trim() ? { text: text.trim() } : {}),
        ...(choice.theme ? { theme: choice.theme } : {}),
        ...(choice.language ? { language: choice.language } : {}),
        ...(child ? { ageMonths: Math.max(0, ageInMonths(child.birthDate, today)) } : {}),
      })
      // A slower answer to an earlier search.
      if (this.data.text !== text || this.data.choice !== choice) return
      this.setData({
        failed: null,
        themes: themeChips(choice.theme ? [choice.theme] : []),
        languages: languageChips(choice.language ? [choice.language] : []),
        ages: childChips(household?.children ?? [], choice.child ?? ''),
        cards: books.map((book) => bookCardOf(book)),
        line: found === total ? `一共 ${total} 本` : `找到 ${found} 本，一共 ${total} 本`,
        mayAdd: me.roles.some((role) => BOOK_ROLES.includes(role)),
      })
    } catch (error) {
      if (this.data.cards) await say(error, { retry: () => this.search() })
      else this.setData({ failed: wordsFor(error) })
    }
  },
  async onType({ detail }: WechatMiniprogram.Input) {
    this.setData({ text: detail.value, wrong: '' })
    await this.search()
  },
  async onChip({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { kind, value } = currentTarget.dataset as { kind: keyof CatalogueChoice; value: never }
    const { [kind]: before, ...rest } = this.data.choice
    this.setData({ choice: before === value ? rest : { ...rest, [kind]: value } })
    await this.search()
  },
  async onScan() {
    this.setData({ wrong: '' })
    const scanned = await scanBarCode()
    if (scanned === undefined) return
    const read = readIsbn(scanned)
    if (!read.ok) {
      this.setData({ wrong: `扫到 ${scanned}。${isbnErrorOf(scanned)}` })
      return
    }
    try {
      const { site } = await entered()
      const { books } = await call('listBooks', { siteId: site.id, text: read.isbn })
      const [known] = books
      const page = known
        ? `book-show/book-show?id=${known.id}`
        : `book-edit/book-edit?isbn=${read.isbn}`
      void wx.navigateTo({ url: `/packages/books/${page}` })
    } catch (error) {
      await say(error, { retry: () => this.onScan() })
    }
  },
  onAdd() {
    void wx.navigateTo({ url: '/packages/books/book-edit/book-edit' })
  },
  async onAll() {
    this.setData({ text: '', choice: NOTHING_CHOSEN })
    await this.search()
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.search() })
  },
})
