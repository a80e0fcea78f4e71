import { wordsOf, type Words } from '../view/words'
import { CallError } from './call'
import { follow, type Acts } from './follow'

/** The words of anything a page's catch may hold; an error of our own code reads as a defect. */
export function wordsFor(error: unknown): Words {
  if (!(error instanceof CallError)) {
    console.error(error)
    return wordsOf({ code: 'defect' })
  }
  const words = wordsOf(error.detail)
  const tell = error.detail.code === 'defect' && error.requestId
  return tell ? { ...words, text: `${words.text}（编号 ${error.requestId.slice(0, 8)}）` } : words
}

/** Shows what went wrong, and the next step as a button. Nobody else can try again what a page was doing. */
export async function say(
  error: unknown,
  acts: Acts & { readonly retry: () => unknown },
): Promise<void> {
  const { title, text, next } = wordsFor(error)
  const { confirm } = await wx.showModal({
    title,
    content: text,
    showCancel: next !== undefined,
    cancelText: '知道了',
    confirmText: next?.label ?? '知道了',
    confirmColor: '#0B6E78',
  })
  // After the caller's `finally`: a page that still calls itself busy would turn its own retry away.
  if (confirm && next) setTimeout(() => follow(next.act, acts))
}
