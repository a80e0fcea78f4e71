import { part } from './builtin'

interface SheetOptions {
  title?: string
  body: HTMLElement
  confirm?: string
  cancel?: string
  onConfirm: () => void
  onCancel: () => void
  /** The confirm handler closes the sheet itself. */
  keepOpen?: boolean
}

const press = (label: string, className: string, run: () => void) => {
  const button = part('button', className, label)
  button.type = 'button'
  button.addEventListener('click', run)
  return button
}

/** A panel from below over the whole phone, as WeChat's pickers use. */
export const openSheet = (from: HTMLElement, options: SheetOptions) => {
  const { title = '', body, confirm = '确定', cancel = '取消', onConfirm, onCancel } = options
  const layer = from.ownerDocument.querySelector('.phone-overlay') ?? document.body
  const opener = document.activeElement as HTMLElement | null
  const close = () => {
    sheet.remove()
    opener?.focus({ preventScroll: true })
  }
  const leave = () => {
    close()
    onCancel()
  }
  const panel = part(
    'div',
    'wx-sheet-panel',
    part(
      'div',
      'wx-sheet-bar',
      press(cancel, 'wx-sheet-cancel', leave),
      part('span', 'wx-sheet-title', title),
      press(confirm, 'wx-sheet-confirm', () => {
        // First the answer: wheels can be read only while they are on screen.
        onConfirm()
        if (!options.keepOpen) close()
      }),
    ),
    body,
  )
  panel.setAttribute('role', 'dialog')
  panel.setAttribute('aria-modal', 'true')
  panel.setAttribute('aria-label', title)
  const veil = part('div', 'wx-sheet-veil')
  veil.addEventListener('click', leave)
  const sheet = part('div', 'wx-sheet', veil, panel)
  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave()
  })
  layer.append(sheet)
  panel.querySelector<HTMLElement>('[tabindex], input')?.focus({ preventScroll: true })
  return { close }
}
