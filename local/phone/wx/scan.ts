import { allAsynchronous, WxFailure } from './asynchronous'
import { chooseFile } from './choose-file'
import type { Family, Phone } from './family'
import { shellAround, type ScanKind, type Scanned } from './shell-link'

/** A phone outside the shell has nobody to point at: it reads an image file. */
async function scanFile(phone: Phone, kinds: readonly ScanKind[]): Promise<Scanned | undefined> {
  const what = kinds.includes('qrCode') ? '二维码' : '条形码'
  let title = '扫一扫'
  for (;;) {
    const words = { title, pick: `选择${what}图片`, accept: 'image/*' }
    const [image] = (await chooseFile(phone, words)) ?? []
    if (!image) return undefined
    const code = await decodeImage(image, kinds)
    if (code) return code
    title = `没有认出${what}，换一张图片试试`
  }
}

/** The decoder is served beside the shell and is loaded only when somebody scans. */
async function decodeImage(image: Blob, kinds: readonly ScanKind[]): Promise<Scanned | undefined> {
  const address = '/shell/decode-code.js'
  const decoder = (await import(address)) as {
    decodeCode(image: Blob, kinds: readonly ScanKind[]): Promise<Scanned | undefined>
  }
  return decoder.decodeCode(image, kinds)
}

/** What the camera looks for unless the page says otherwise. */
const USUAL: ScanKind[] = ['barCode', 'qrCode']

export const scan: Family = (phone) =>
  allAsynchronous({
    scanCode: async (o) => {
      const kinds = (o['scanType'] ?? USUAL) as ScanKind[]
      const shell = shellAround()
      const code = await (shell ? shell.scan(phone.env.openid, kinds) : scanFile(phone, kinds))
      if (!code) throw new WxFailure('cancel')
      const { text, scanType } = code
      const bytes = new TextEncoder().encode(text)
      const rawData = btoa(String.fromCodePoint(...bytes))
      return { result: text, scanType, charSet: 'UTF-8', rawData, path: '' }
    },
  })
