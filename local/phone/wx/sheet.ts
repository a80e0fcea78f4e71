import { el } from '../router/el'

/** A panel that rises from the bottom over a veil; returns what closes it. A tap on the veil dismisses. */
export function openSheet(
  overlay: HTMLElement,
  content: HTMLElement,
  dismissed?: () => void,
): () => void {
  const veil = el('div', 'phone-veil')
  const sheet = el('div', 'phone-sheet', content)
  sheet.setAttribute('role', 'dialog')
  const close = () => {
    veil.remove()
    sheet.remove()
  }
  if (dismissed) {
    veil.addEventListener('click', () => {
      close()
      dismissed()
    })
  }
  overlay.append(veil, sheet)
  sheet.querySelector<HTMLElement>('button, input')?.focus()
  return close
}
