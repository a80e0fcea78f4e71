import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { WeChatReply } from './send-message'

/** What `scene` may hold, by its page; no %, so nothing url-encoded. */
const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/
const PAGE = /^[\w-]+(\/[\w-]+)*$/
/** Pixels. */
const WIDTH = { least: 280, usual: 430, most: 1280 }

/**
 * `wxacode.getUnlimited`: a QR code of the page and its scene instead of WeChat's own round code, which only WeChat can
 * draw. The text in it is what the phone opens: `page?scene=…`.
 */
export async function miniCode(request: Record<string, unknown>): Promise<WeChatReply> {
  const { scene, page = '', width = WIDTH.usual } = request
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return {
      errCode: 40129,
      errMsg: "invalid scene: 1 to 32 visible characters, letters, digits and !#$&'()*+,/:;=?@-._~",
    }
  if (typeof page !== 'string' || (page !== '' && !PAGE.test(page)))
    return { errCode: 41030, errMsg: 'invalid page' }
  if (typeof width !== 'number' || width < WIDTH.least || width > WIDTH.most)
    return { errCode: 40097, errMsg: `invalid args: width ${WIDTH.least} to ${WIDTH.most}` }
  draws ??= ready()
  await draws
  const text = `${page}?scene=${encodeURIComponent(scene)}`
  const { image, error } = await writeBarcode(text, { format: 'QRCode', scale: -width })
  if (!image) throw new Error(error)
  const buffer = Buffer.from(await image.arrayBuffer())
  return { errCode: 0, errMsg: 'ok', contentType: image.type, buffer }
}

let draws: Promise<unknown> | undefined
/** From the installed package: unless told, it would be fetched from the net. */
function ready(): Promise<unknown> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
  const wasmBinary = new Uint8Array(readFileSync(file)).buffer
  return prepareZXingModule({
    overrides: { wasmBinary },
    fireImmediately: true,
  })
}
