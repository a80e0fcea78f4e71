import { allAsynchronous, WxFailure } from './asynchronous'
import { chooseFile } from './choose-file'
import type { Family, Phone } from './family'
import { shellAround } from './shell-link'

/** A phone outside the shell has nobody to point at: it reads an image file. */
async function scanFile(phone: Phone): Promise<string | undefined> {
  let title = '扫一扫'
  for (;;) {
    const words = { title, pick: '选择二维码图片', accept: 'image/*' }
    const [image] = (await chooseFile(phone, words)) ?? []
    if (!image) return undefined
    const text = await decodeImage(image)
    if (text !== undefined) return text
    title = '没有认出二维码，换一张图片试试'
  }
}

/** The decoder is served beside the shell and is loaded only when somebody scans. */
async function decodeImage(image: Blob): Promise<string | undefined> {
  const address = '/shell/decode-qr.js'
  const decoder = (await import(address)) as {
    decodeQr(image: Blob): Promise<string | undefined>
  }
  return decoder.decodeQr(image)
}

export const scan: Family = (phone) =>
  allAsynchronous({
    scanCode: async () => {
      const shell = shellAround()
      const text = await (shell ? shell.scan(phone.env.openid) : scanFile(phone))
      if (text === undefined) throw new WxFailure('cancel')
      const bytes = new TextEncoder().encode(text)
      const rawData = btoa(String.fromCodePoint(...bytes))
      return { result: text, scanType: 'QR_CODE', charSet: 'UTF-8', rawData, path: '' }
    },
  })
