import { el } from '../router/el'
import { allAsynchronous, WxFailure } from './asynchronous'
import type { Family } from './family'
import { fileUrl, readFile } from './files'

const kinds = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

/** A document over the whole screen. A browser shows PDF; the others can be kept as a file. */
export const documents: Family = (phone) =>
  allAsynchronous({
    openDocument: (o) => {
      const path = String(o['filePath'])
      const kind = String(o['fileType'] ?? path.split('.').at(-1)).toLowerCase()
      if (!kinds.includes(kind)) throw new WxFailure('filetype not supported')
      const bytes = readFile(phone, path)
      const close = el('button', 'phone-document-close', '关闭')
      const keep = el('a', 'phone-document-keep', `保存这份 ${kind.toUpperCase()} 文件`)
      keep.href = fileUrl(phone, path)
      keep.download = `文件.${kind}`
      const page = el('iframe')
      page.title = '文件'
      if (kind === 'pdf')
        page.src = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
      const box = el('div', 'phone-document', el('header', '', close), kind === 'pdf' ? page : keep)
      box.setAttribute('role', 'dialog')
      box.setAttribute('aria-label', '文件')
      close.addEventListener('click', () => box.remove())
      phone.router.frame.overlay.append(box)
      close.focus()
    },
  })
