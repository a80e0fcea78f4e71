import { el } from '../router/el'
import type { Phone } from './family'
import { openSheet } from './sheet'

/** A sheet whose button opens the laptop's own file chooser; undefined when the person cancels. */
export const chooseFile = (
  phone: Phone,
  words: { title: string; pick: string; accept: string },
  most = 1,
): Promise<File[] | undefined> =>
  new Promise((resolve) => {
    const file = el('input')
    file.type = 'file'
    file.accept = words.accept
    file.multiple = most > 1
    file.hidden = true
    const pick = el('button', 'phone-sheet-item', words.pick)
    const cancel = el('button', 'phone-sheet-cancel', '取消')
    const title = el('div', 'phone-sheet-title', words.title)
    const none = () => resolve(undefined)
    const box = el('div', '', title, pick, file, cancel)
    const close = openSheet(phone.router.frame.overlay, box, none)
    pick.addEventListener('click', () => file.click())
    cancel.addEventListener('click', () => (close(), none()))
    file.addEventListener('change', () => {
      const chosen = [...(file.files ?? [])].slice(0, most)
      if (chosen.length === 0) return
      close()
      resolve(chosen)
    })
  })
