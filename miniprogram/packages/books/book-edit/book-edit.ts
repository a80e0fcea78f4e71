import type { Language, Theme } from '../../../domain/book'
import type { BookId } from '../../../domain/ids'
import { newAttempt } from '../../../services/attempt'
import { CallError, call, upload } from '../../../services/call'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { pickCover } from '../../../services/pick-cover'
import { say, wordsFor } from '../../../services/say'
import { scanBarCode } from '../../../services/scan'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { coverOf, languageChips, themeChips } from '../../../view/book-card'
import {
  AGE_STEPS,
  BOOK_FORM_WORDS,
  EMPTY_BOOK,
  bookErrorsOf,
  bookFormOf,
  isbnErrorOf,
  toggled,
  type BookForm,
} from '../../../view/book-form'
import { ageSpanWords } from '../../../view/age-span'
import { NO_ERRORS, errorsOf, hasErrors, withoutError } from '../../../view/form-errors'
import { wordsOf, type Act, type Words } from '../../../view/words'

/** Adds a book of the catalogue by its bar code, or corrects one. */
Page({
  data: {
    textClass: '',
    skeleton: [[{ width: '100%', height: '960rpx', borderRadius: '24rpx' }]],
    failed: null as Words | null,
    ready: false,
    form: EMPTY_BOOK,
    /** The number stays once the book is in the catalogue. */
    isNew: true,
    cover: coverOf({ title: '' }),
    hasCover: false,
    ages: AGE_STEPS.map(ageSpanWords),
    fromIndex: 0,
    toIndex: 0,
    themes: themeChips([]),
    languages: languageChips([]),
    errors: NO_ERRORS,
    saving: false,
  },
  attempt: '',
  bookId: undefined as BookId | undefined,
  /** A photograph on the phone that is not uploaded yet, then its id in the cloud. */
  photo: '',
  uploaded: '',
  kept: undefined as string | undefined,
  /** A photograph that is still being made smaller. */
  picking: undefined as Promise<void> | undefined,

  onLoad({ id, isbn }: { id?: string; isbn?: string }) {
    this.attempt = newAttempt()
    this.bookId = id as BookId | undefined
    const form = { ...EMPTY_BOOK, isbn: isbn ?? '' }
    this.setData({ textClass: textClass(), isNew: id === undefined, form })
    void this.open()
  },
  async open() {
    try {
      const { site } = await entered()
      if (this.bookId) {
        const { book } = await call('showBook', { siteId: site.id, bookId: this.bookId })
        this.kept = book.cover
        this.setData({ form: bookFormOf(book) })
      }
      this.setData({ failed: null, ready: true })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  show() {
    const { form } = this.data
    const cover = coverOf({ title: form.title, ...(this.kept ? { cover: this.kept } : {}) })
    this.setData({
      cover: this.photo ? { ...cover, src: this.photo } : cover,
      hasCover: this.photo !== '' || cover.src !== '',
      fromIndex: Math.max(
        0,
        AGE_STEPS.findIndex((months) => months === form.fromMonths),
      ),
      toIndex: Math.max(
        0,
        AGE_STEPS.findIndex((months) => months === form.toMonths),
      ),
      themes: themeChips(form.themes),
      languages: languageChips(form.languages),
    })
  },
  become(change: Partial<BookForm>, field: string) {
    const errors = withoutError(this.data.errors, field)
    this.setData({ form: { ...this.data.form, ...change }, errors })
    this.show()
  },
  onField({ currentTarget, detail }: WechatMiniprogram.Input) {
    const field = String(currentTarget.dataset['field'])
    this.become({ [field]: detail.value }, field)
  },
  /** Told as soon as the number is whole, not only when everything is filled in. */
  onIsbnDone() {
    const wrong = isbnErrorOf(this.data.form.isbn)
    if (wrong) this.setData({ errors: { ...this.data.errors, isbn: wrong } })
  },
  async onScan() {
    const scanned = await scanBarCode()
    if (scanned === undefined) return
    this.become({ isbn: scanned }, 'isbn')
    this.onIsbnDone()
  },
  onAge({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const months = AGE_STEPS[Number(detail.value)] ?? 0
    this.become({ [String(currentTarget.dataset['field'])]: months }, 'ages')
  },
  onTheme({ detail }: WechatMiniprogram.CustomEvent<{ value: Theme }>) {
    this.become({ themes: toggled(this.data.form.themes, detail.value) }, 'themes')
  },
  onLanguage({ detail }: WechatMiniprogram.CustomEvent<{ value: Language }>) {
    this.become({ languages: toggled(this.data.form.languages, detail.value) }, 'languages')
  },
  async onCover() {
    this.picking = this.pick()
    await this.picking
    this.picking = undefined
  },
  async pick() {
    const picked = await pickCover()
    if (!picked) return
    if (!picked.ok) {
      this.wrongCover(picked.code)
      return
    }
    this.photo = picked.path
    this.uploaded = ''
    this.become({}, 'cover')
  },
  wrongCover(code: 'cover_too_large' | 'cover_not_picture') {
    this.setData({ errors: { ...this.data.errors, cover: wordsOf({ code }).text } })
  },
  async onSave() {
    if (this.picking) {
      await this.picking
      if (this.data.errors['cover']) return
    }
    const { form, saving } = this.data
    const errors = bookErrorsOf(form)
    this.setData({ errors })
    if (hasErrors(errors)) showFirstError()
    if (saving || hasErrors(errors)) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      if (this.photo && !this.uploaded)
        this.uploaded = await upload(`covers/${site.id}/${newAttempt()}.jpg`, this.photo)
      const { isbn, fromMonths, toMonths, themes, languages, ...texts } = form
      const cover = this.uploaded
      const { book } = await call('saveBook', {
        siteId: site.id,
        attempt: this.attempt,
        ...texts,
        ages: { fromMonths, toMonths },
        themes: [...themes],
        languages: [...languages],
        ...(this.bookId ? { bookId: this.bookId } : {}),
        ...(isbn.trim() && !this.bookId ? { isbn } : {}),
        ...(cover ? { cover } : {}),
      })
      this.leave(book.id)
    } catch (error) {
      this.setData({ saving: false })
      await this.tell(error)
    }
  },
  leave(id: string) {
    if (this.bookId) void wx.navigateBack()
    else void wx.redirectTo({ url: `/packages/books/book-show/book-show?id=${id}` })
  },
  async tell(error: unknown) {
    const detail = error instanceof CallError ? error.detail : undefined
    if (detail?.code === 'cover_too_large' || detail?.code === 'cover_not_picture') {
      this.uploaded = ''
      this.wrongCover(detail.code)
      return
    }
    const errors = detail ? errorsOf(detail, BOOK_FORM_WORDS) : NO_ERRORS
    this.setData({ errors })
    if (hasErrors(errors)) showFirstError()
    else
      await say(error, {
        retry: () => this.onSave(),
        see_book: () => detail?.code === 'book_known' && this.leave(detail.bookId),
      })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
