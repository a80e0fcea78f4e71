import { dateWords } from './when'
import type { WordsOfCode } from './words'

type BookCode =
  | 'book_known'
  | 'cover_too_large'
  | 'cover_not_picture'
  | 'copy_unknown'
  | 'copy_lent'
  | 'loans_full'
  | 'loan_renewed'
  | 'loan_late'

const scanAgain = { label: '重新扫', act: 'scan_again' } as const
const otherPicture = { label: '换一张', act: 'retry' } as const

/** What the catalogue and the lending desk may refuse. */
export const BOOK_WORDS: Pick<WordsOfCode, BookCode> = {
  book_known: ({ title }) => ({
    title: '书目里已经有了',
    text: `这个 ISBN 是《${title}》。同一本书多买了几册，在那本书里加册就好。`,
    next: { label: '看这本', act: 'see_book' },
  }),
  cover_too_large: () => ({
    title: '照片太大了',
    text: '封面最多 2 MB。请换一张小一点的照片。',
    next: otherPicture,
  }),
  cover_not_picture: () => ({
    title: '这不是照片',
    text: '封面要用 JPG、PNG 或 WebP 照片。请换一张。',
    next: otherPicture,
  }),
  copy_unknown: () => ({
    title: '没有这一册',
    text: '书后的标签不是本园的，或还没有登记。请再扫一次，或输入标签下面的六位编号。',
    next: scanAgain,
  }),
  copy_lent: ({ dueOn }) => ({
    title: '这一册借出去了',
    text: `应该 ${dateWords(dueOn)}还。书在您手上的话，先点归还再借出。`,
    next: scanAgain,
  }),
  loans_full: ({ most }) => ({
    title: `一家最多借 ${most} 本`,
    text: '请先还一本，再借这一本。',
    next: scanAgain,
  }),
  loan_renewed: ({ dueOn }) => ({
    title: '这一本已经续借过了',
    text: `一本书续借一次，请在 ${dateWords(dueOn)}前带回来。`,
    next: { label: '看在借的', act: 'retry' },
  }),
  loan_late: ({ dueOn }) => ({
    title: '过了还书的日子，不能续借',
    text: `应该 ${dateWords(dueOn)}还。请下次来园带回来；还想看，还了再借一次。`,
    next: { label: '看在借的', act: 'retry' },
  }),
}
