import { el } from '../router/el'
import type { ScanKind, Scanned } from '../wx/shell-link'
import { decodeCode } from './decode-code'
import { codeSources, type CodeSource } from './code-sources'
import type { Stand } from './stand'

const LOOK_EVERY_MS = 900

const copyOf = (picture: CodeSource['picture']) => {
  const canvas = el('canvas', 'scan-picture')
  canvas.width = canvas.height = 96
  canvas.getContext('2d')?.drawImage(picture, 0, 0, 96, 96)
  return canvas
}

/**
 * The camera over one phone: what the other phones show, an image file, or nothing. Resolves with the
 * decoded code, undefined when cancelled.
 */
export function openScanner(
  stand: Stand,
  kinds: readonly ScanKind[],
  others: () => Stand[],
): Promise<Scanned | undefined> {
  return new Promise((resolve) => {
    const isBar = !kinds.includes('qrCode')
    const what = isBar ? '条形码' : '二维码'
    const list = el('div', 'scan-list')
    const note = el('p', 'scan-note', '正在看别的手机…')
    note.setAttribute('role', 'status')
    const file = el('input')
    file.type = 'file'
    file.accept = 'image/*'
    file.hidden = true
    const album = el('button', 'scan-button', '从相册选图片')
    const cancel = el('button', 'scan-button', '取消')
    const box = el(
      'div',
      'scan',
      el('div', 'scan-window', el('i', 'scan-line')),
      el('h3', '', '扫一扫'),
      note,
      list,
      el('footer', 'scan-actions', album, cancel, file),
    )
    box.setAttribute('role', 'dialog')
    box.setAttribute('aria-label', '扫一扫')
    let shown = ''
    let looking = false
    const look = async () => {
      if (looking) return
      looking = true
      const sources = await codeSources(others(), kinds).finally(() => {
        looking = false
      })
      const now = sources.map(({ stand: { person }, text }) => person.openid + text).join()
      if (now === shown && note.dataset['looked']) return
      shown = now
      note.dataset['looked'] = 'yes'
      note.textContent =
        sources.length > 0
          ? ''
          : isBar
            ? '从相册选一张条形码的照片。'
            : '别的手机上还没有二维码。请家长打开签到码。'
      list.replaceChildren(
        ...sources.map((source) => {
          const button = el(
            'button',
            'scan-source',
            copyOf(source.picture),
            el('span', '', `对准 ${source.stand.person.name} 的手机`),
          )
          button.addEventListener('click', () => close(source))
          return button
        }),
      )
      list.querySelector('button')?.focus()
    }
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    const close = (code: Scanned | undefined) => {
      clearInterval(timer)
      box.remove()
      stand.frame.focus()
      resolve(code && { text: code.text, scanType: code.scanType })
    }
    album.addEventListener('click', () => file.click())
    file.addEventListener('change', () => {
      const chosen = file.files?.[0]
      if (!chosen) return
      void decodeCode(chosen, kinds).then((code) => {
        if (code) return close(code)
        note.textContent = `这张图片里没有认出${what}。`
        return undefined
      })
    })
    cancel.addEventListener('click', () => close(undefined))
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close(undefined)
    })
    stand.glass.append(box)
    cancel.focus()
    void look()
  })
}
