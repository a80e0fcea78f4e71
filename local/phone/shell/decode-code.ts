import { prepareZXingModule, readBarcodes, type ReadInputBarcodeFormat } from 'zxing-wasm/reader'
import type { ScanKind, Scanned } from '../wx/shell-link'

// The decoder's machine code comes from this server, never from a CDN.
prepareZXingModule({ overrides: { locateFile: () => '/shell/zxing_reader.wasm' } })

/** Draws any picture into pixels; white behind what is transparent, as a screen shows it. */
async function pixelsOf(image: Blob | HTMLCanvasElement | HTMLImageElement): Promise<ImageData> {
  const bitmap = await createImageBitmap(image)
  // A margin, as decoders need the quiet zone that a tightly cropped code lacks.
  const margin = Math.ceil(Math.min(bitmap.width, bitmap.height) / 10)
  const canvas = new OffscreenCanvas(bitmap.width + 2 * margin, bitmap.height + 2 * margin)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser gives no canvas')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(bitmap, margin, margin)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

/** What each kind of `wx.scanCode` reads, with WeChat's names: developers.weixin.qq.com/miniprogram/dev/api/device/scan/wx.scanCode.html */
const FORMATS: Record<ScanKind, readonly (readonly [ReadInputBarcodeFormat, string])[]> = {
  qrCode: [['QRCode', 'QR_CODE']],
  barCode: [
    ['EAN13', 'EAN_13'],
    ['EAN8', 'EAN_8'],
    ['UPCA', 'UPC_A'],
    ['UPCE', 'UPC_E'],
    ['Code128', 'CODE_128'],
    ['Code39', 'CODE_39'],
    ['ITF', 'ITF'],
  ],
  datamatrix: [['DataMatrix', 'DATA_MATRIX']],
  pdf417: [['PDF417', 'PDF_417']],
}

/** The code in a picture, undefined when none of these kinds can be read. */
export async function decodeCode(
  image: Blob | HTMLCanvasElement | HTMLImageElement,
  kinds: readonly ScanKind[],
): Promise<Scanned | undefined> {
  const wanted = kinds.flatMap((kind) => FORMATS[kind] ?? [])
  const [found] = await readBarcodes(await pixelsOf(image), {
    formats: wanted.map(([format]) => format),
    tryHarder: true,
    maxNumberOfSymbols: 1,
  })
  if (!found) return undefined
  const scanType = wanted.find(([format]) => format === found.format)?.[1] ?? found.format
  return { text: found.text, scanType }
}
